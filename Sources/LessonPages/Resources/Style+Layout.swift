extension Style {
    static let layout = """
        *,*::before,*::after{box-sizing:border-box}
        html{font-size:106.25%;-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-behavior:smooth;scroll-padding-top:1.5rem}
        @media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
        body{margin:0;background:var(--paper);color:var(--ink);line-height:1.65;
        font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Helvetica Neue",Arial,sans-serif;
        text-rendering:optimizeLegibility;overflow-wrap:break-word}
        code,pre,kbd,.step-name,.problem-place{font-family:ui-monospace,SFMono-Regular,"SF Mono",Menlo,"Cascadia Code",Consolas,"Liberation Mono","DejaVu Sans Mono",monospace}
        a{color:var(--accent);text-decoration-thickness:.06em;text-underline-offset:.18em}
        a:hover{text-decoration-thickness:.12em}
        :focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:3px}
        [hidden]{display:none!important}
        .skip{position:absolute;left:-99rem;top:.5rem;background:var(--raised);padding:.5rem 1rem;z-index:3}
        .skip:focus{left:.5rem}
        .top{display:flex;align-items:center;gap:1rem;max-width:69.5rem;margin:0 auto;padding:1rem 1.5rem;font-size:.88rem}
        .top .home{font-weight:600;color:var(--ink);text-decoration:none;margin-right:auto}
        .top a.home:hover{color:var(--accent)}
        button{font:inherit;color:var(--soft);background:none;border:1px solid var(--line);border-radius:6px;padding:.2rem .65rem;cursor:pointer;min-height:1.9rem}
        button:hover{color:var(--ink);border-color:var(--strong-line)}
        kbd{font-size:.85em;border:1px solid var(--line);border-bottom-width:2px;border-radius:4px;padding:0 .3em;color:var(--soft)}
        .page{max-width:69.5rem;margin:0 auto;padding:1rem 1.5rem 3rem}
        .text{min-width:0;max-width:49rem;margin:0 auto}
        .contents{font-size:.88rem;line-height:1.45;margin:0 auto 2.5rem;max-width:49rem;border:1px solid var(--line);border-radius:8px;padding:.6rem 1rem}
        .contents summary{cursor:pointer;font-weight:600;color:var(--soft)}
        .contents ol{list-style:none;margin:.4rem 0;padding:0}
        .contents ol ol{padding-left:.9rem;margin:0}
        .contents li{margin:0}
        .contents a{display:block;padding:.22rem 0;color:var(--soft);text-decoration:none}
        .contents a:hover{color:var(--accent)}
        .contents a[aria-current]{color:var(--accent);font-weight:600}
        .page{display:flex;flex-direction:column}
        .lead{order:0;width:100%;max-width:49rem;margin:0 auto 1.8rem}
        .contents{order:1;width:100%}
        .text{order:2;width:100%}
        @media (min-width:68rem){
        .page{display:grid;grid-template-columns:14rem minmax(0,49rem);column-gap:3.5rem}
        .lead{grid-column:2;grid-row:1;margin:0 0 1.8rem}
        .text{grid-column:2;grid-row:2;margin:0}
        .contents{grid-column:1;grid-row:1/span 2;border:0;padding:.4rem 0 0;margin:0;position:sticky;top:1.5rem;align-self:start;max-height:calc(100vh - 3rem);overflow-y:auto}
        .contents summary{list-style:none;pointer-events:none}
        .contents summary::-webkit-details-marker{display:none}
        .contents a{border-left:2px solid var(--line);padding-left:.8rem}
        .contents ol ol{padding-left:0}
        .contents ol ol a{padding-left:1.7rem}
        .contents a[aria-current]{border-left-color:var(--accent)}
        }
        .eyebrow{margin:0;color:var(--soft);font-size:.85rem}
        .lead h1{font-size:clamp(1.75rem,1.2rem + 2.4vw,2.5rem);line-height:1.14;letter-spacing:-.021em;margin:.35rem 0 .7rem;text-wrap:balance}
        .summary{max-width:42rem;font-size:1.14rem;line-height:1.55;color:var(--soft);margin:0;text-wrap:pretty}
        .summary p{margin:0}
        .notice{margin:1.2rem 0 0;padding:.6rem .9rem;border-radius:8px;background:var(--bad-wash);color:var(--bad);font-size:.92rem}
        .notice a{color:inherit}
        .notice.quiet{background:var(--panel);color:var(--soft)}
        .turn{display:grid;grid-template-columns:1fr 1fr;gap:1rem;margin:3rem 0 0}
        .turn a{border:1px solid var(--line);border-radius:8px;padding:.7rem 1rem;text-decoration:none;line-height:1.4}
        .turn a:hover{border-color:var(--accent)}
        .turn small{display:block;color:var(--soft)}
        .turn .next{grid-column:2;text-align:right}
        .run{margin:3.5rem 0 0;padding:1.1rem 0 0;border-top:1px solid var(--line);font-size:.84rem;color:var(--soft);line-height:1.55}
        .run dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.15rem 1.2rem;margin:0}
        .run dt{font-weight:600}.run dd{margin:0}
        .run p{margin:.9rem 0 0}
        .run ul{margin:0;padding:0;list-style:none}
        @media (max-width:40rem){
        .top,.page{padding-left:1.1rem;padding-right:1.1rem}
        .top kbd{display:none}
        .turn{grid-template-columns:1fr}.turn .next{grid-column:1}
        }
        """
}
