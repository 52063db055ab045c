extension Style {
    static let outputs = """
        .outputs{margin:.75rem 0 0;padding:0 0 0 1rem;border-left:2px solid var(--line);min-width:0}
        .outputs>:last-child{margin-bottom:0}
        .text pre.output{background:none;border-radius:0;padding:.15rem 0;margin:0 0 .9rem;unicode-bidi:isolate;max-height:32rem;overflow:auto}
        .text pre.wraps{white-space:pre-wrap}
        .output-note{font-size:.82rem;color:var(--soft);margin:-.6rem 0 1rem}
        .outputs .table-scroll{margin-bottom:.9rem;overflow:auto;max-height:40rem}
        .figure{margin:.4rem 0 1.1rem}
        .figure picture{display:block}
        .figure img{display:block;border-radius:8px;max-width:100%;height:auto;box-shadow:0 0 0 1px var(--line)}
        .figure .enlarge{display:none;float:right;margin:.5rem 0 0 .8rem;font-size:.78rem;min-height:1.6rem}
        .figure.shrunk .enlarge{display:block}
        .figure.large picture{overflow-x:auto}
        .figure.large img{max-width:none}
        figcaption{font-size:.87rem;line-height:1.5;color:var(--soft);margin-top:.5rem;max-width:42rem;text-wrap:pretty}
        .problem{border-radius:8px;padding:.75rem 1rem;margin:0 0 .9rem;background:var(--bad-wash)}
        .problem.warning{background:var(--warn-wash)}.problem.note{background:var(--accent-wash)}
        .problem p{margin:0}
        .problem-message{overflow-wrap:anywhere;white-space:pre-line}
        .problem-message strong{color:var(--bad)}
        .warning .problem-message strong{color:var(--warn)}.note .problem-message strong{color:var(--accent)}
        .problem .problem-place{font-size:.8rem;color:var(--soft);margin-top:.2rem}
        .text pre.problem-line{background:none;padding:.5rem 0 0;margin:0}
        .problem-line mark{background:none;color:inherit;font-weight:700}
        .caret{color:var(--bad);font-weight:700}
        .warning .caret{color:var(--warn)}
        .problem .hint{margin-top:.5rem}
        .hint::before{content:"→ ";color:var(--soft)}
        @media (max-width:40rem){
        .outputs{padding-left:0;border-left:0}
        .figure{margin-left:-1.1rem;margin-right:-1.1rem}
        .figure img{border-radius:0;margin:0 auto}
        .figure figcaption,.figure .player{margin-left:1.1rem;margin-right:1.1rem}
        .figure .enlarge{margin-right:1.1rem}
        }
        """

    static let player = """
        .player{display:flex;align-items:center;gap:.5rem;margin-top:.6rem;flex-wrap:wrap}
        .player:empty{display:none}
        .player button{min-width:2.4rem;font-size:.85rem}
        .player input{flex:1 1 8rem;min-width:6rem;max-width:22rem;accent-color:var(--accent)}
        .player output{font-size:.82rem;color:var(--soft);font-variant-numeric:tabular-nums;min-width:4.5rem}
        """
}
