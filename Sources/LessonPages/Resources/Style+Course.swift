extension Style {
    static let course = """
        .course-page .page,.course-page .top{max-width:56rem}
        .course-page .page{display:block}
        .course-page .lead{margin-bottom:2.2rem;max-width:none}
        .course-page .text{max-width:none}
        .course-page .course{list-style:none;margin:0;padding:0;max-width:none;display:grid;gap:1.1rem}
        .course li{margin:0;position:relative;display:grid;grid-template-columns:11.5rem minmax(0,1fr);gap:1.5rem;padding:1rem;border:1px solid var(--line);border-radius:12px;background:var(--raised)}
        .course li:hover{border-color:var(--strong-line)}
        .thumb{aspect-ratio:8/5;border-radius:8px;overflow:hidden;background:var(--paper);align-self:start;display:flex;align-items:center;justify-content:center}
        .thumb img{width:100%;height:100%;object-fit:contain}
        .thumb span{font-size:1.9rem;color:var(--soft);font-weight:300}
        .course .eyebrow{font-size:.8rem}
        .course h2{font-size:1.2rem;margin:.05rem 0 .35rem;line-height:1.3;letter-spacing:-.01em}
        .course h2 a{color:inherit;text-decoration:none}
        .course h2 a::after{content:"";position:absolute;inset:0;border-radius:12px}
        .course li:hover h2 a{color:var(--accent)}
        .course .about{margin:0 0 .7rem;color:var(--soft);font-size:.95rem;line-height:1.55}
        .course .about p{margin:0}
        .facts{display:flex;flex-wrap:wrap;gap:.3rem .9rem;font-size:.82rem;color:var(--soft);margin:0}
        .state::before{content:"";display:inline-block;width:.55em;height:.55em;border-radius:50%;margin-right:.45em;background:var(--strong-line)}
        .state.passed::before{background:var(--good)}.state.failed::before{background:var(--bad)}
        .state.failed{color:var(--bad)}
        @media (max-width:40rem){.course li{grid-template-columns:1fr;gap:.8rem}}
        """

    static let search = """
        dialog.search{border:1px solid var(--strong-line);border-radius:12px;background:var(--raised);color:var(--ink);width:min(38rem,calc(100vw - 2rem));padding:0;margin:12vh auto auto;max-height:70vh;overflow:hidden;box-shadow:0 20px 60px rgb(0 0 0/.25)}
        dialog.search[open]{display:flex;flex-direction:column}
        dialog.search::backdrop{background:rgb(0 0 0/.35)}
        .search-field{display:flex;gap:.6rem;padding:.8rem;border-bottom:1px solid var(--line)}
        .search-field input{flex:1;min-width:0;font:inherit;color:inherit;background:var(--paper);border:1px solid var(--line);border-radius:6px;padding:.35rem .7rem}
        .search-results{list-style:none;margin:0;padding:.4rem;overflow-y:auto}
        .search-results li{margin:0}
        .search-results a{display:block;padding:.5rem .7rem;border-radius:6px;text-decoration:none;color:inherit;line-height:1.4}
        .search-results a:hover,.search-results a:focus{background:var(--accent-wash)}
        .search-results b{display:block;font-weight:600}
        .search-results small{color:var(--soft);display:block}
        .search-results mark{background:none;color:var(--accent);font-weight:600}
        .search-status{margin:0;padding:.5rem 1.1rem .9rem;color:var(--soft);font-size:.88rem}
        .search-status:empty{display:none}
        """
}
