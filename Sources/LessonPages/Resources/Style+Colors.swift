extension Style {
    private static let light = """
        --paper:#fdfcfa;--raised:#fff;--panel:#f5f4f0;--ink:#22272e;--soft:#5a626c;--line:#e2e0da;--strong-line:#c9c6be;
        --accent:#1c5d8f;--accent-wash:#e9f1f7;--good:#24683f;--good-wash:#e9f4ec;--bad:#a4262c;--bad-wash:#fdf0ef;--warn:#7d5200;
        --warn-wash:#fdf5e3;--violet:#6b3fa0;--violet-wash:#f3eefa;
        --k:#8b2180;--t:#0e5f76;--n:#9a3d00;--s:#2c6a25;--c:#646b74;--a:#6f5400;--l:#3d4b6b;--shade:rgb(0 0 0/.13);
        """
    private static let dark = """
        --paper:#15181c;--raised:#1b1f24;--panel:#1d2127;--ink:#dde2e8;--soft:#9ea8b4;--line:#2d333a;--strong-line:#444c56;
        --accent:#82bdf0;--accent-wash:#1a2a38;--good:#7fcf98;--good-wash:#182a1f;--bad:#ff9d98;--bad-wash:#311d1e;--warn:#e6ba66;
        --warn-wash:#2d2618;--violet:#c6a8f2;--violet-wash:#261f33;
        --k:#f08bd4;--t:#79cfe3;--n:#f0ab6f;--s:#9ed68f;--c:#97a1ac;--a:#dcc07a;--l:#b4c4ea;--shade:rgb(0 0 0/.6);
        """

    static let colors = """
        :root{color-scheme:light;\(light)}
        @media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){color-scheme:dark;\(dark)}}
        @media screen{:root[data-theme=dark]{color-scheme:dark;\(dark)}}
        .hk{color:var(--k)}.ht{color:var(--t)}.hn{color:var(--n)}.hs{color:var(--s)}.hc{color:var(--c);font-style:italic}
        .ha{color:var(--a)}.hl{color:var(--l)}.hd{color:var(--n)}
        """
}
