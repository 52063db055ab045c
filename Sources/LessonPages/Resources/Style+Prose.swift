extension Style {
    static let prose = """
        .text>*:first-child{margin-top:0}
        .text h1,.text h2,.text h3,.text h4,.text h5,.text h6{line-height:1.25;letter-spacing:-.012em;margin:2.6em 0 .6em;text-wrap:balance;position:relative}
        .text h1{font-size:1.75rem}
        .text h2{font-size:1.45rem}
        .text h3{font-size:1.15rem;margin-top:2em}
        .text h4,.text h5,.text h6{font-size:1rem;margin-top:1.8em}
        .anchor{margin-left:.4em;color:var(--soft);text-decoration:none;font-weight:400;opacity:0}
        h1:hover .anchor,h2:hover .anchor,h3:hover .anchor,h4:hover .anchor,h5:hover .anchor,h6:hover .anchor,.anchor:focus{opacity:1}
        @media (hover:none){.anchor{display:none}}
        p,ul,ol,blockquote{margin:0 0 1.05em;text-wrap:pretty}
        .text>p,.text>ul,.text>ol,.text>blockquote,.text>.callout{max-width:43rem}
        li{margin:.25em 0}
        li>ul,li>ol{margin:.25em 0}
        ul,ol{padding-left:1.5em}
        code{font-size:.88em}
        p code,li code,td code,th code,h2 code,h3 code,summary code,dd code{background:var(--panel);border-radius:4px;padding:.12em .32em;overflow-wrap:anywhere}
        td code,th code{overflow-wrap:normal}
        .text img{max-width:100%;height:auto}
        hr{border:0;border-top:1px solid var(--line);margin:2.8em auto;width:40%}
        blockquote{margin-left:0;padding:.1em 0 .1em 1.2em;border-left:3px solid var(--line);color:var(--soft)}
        .text pre{margin:0 0 1.2em;padding:.85rem 1rem;background:var(--panel);border-radius:8px;overflow-x:auto;font-size:.8rem;line-height:1.58;tab-size:4}
        .text pre code{font-size:1em}
        .callout{margin:1.6em 0;padding:.85rem 1.1rem;border-left:3px solid var(--accent);border-radius:0 8px 8px 0;background:var(--accent-wash)}
        .callout>:last-child{margin-bottom:0}
        .callout-title{font-weight:650;margin:0 0 .25em;color:var(--accent);font-size:.92rem}
        .callout.tip{border-color:var(--good);background:var(--good-wash)}.tip .callout-title{color:var(--good)}
        .callout.important,.callout.question{border-color:var(--violet);background:var(--violet-wash)}
        .important .callout-title,.question .callout-title{color:var(--violet)}
        .callout.warning,.callout.caution{border-color:var(--warn);background:var(--warn-wash)}
        .warning .callout-title,.caution .callout-title{color:var(--warn)}
        .formula{margin:1.3em 0;overflow-x:auto;overflow-y:hidden;padding:.3em 0}
        math{font-family:"STIX Two Math","Cambria Math","Latin Modern Math","Libertinus Math","DejaVu Math TeX Gyre",math;font-size:1.04em}
        .unbroken{white-space:nowrap}
        .frame th,.frame td{white-space:nowrap}
        .frame .long{white-space:normal;min-width:min(22rem,60vw)}
        .right{text-align:right}mtd.left{text-align:left}
        .value{font-variant-numeric:tabular-nums}
        span.value{border-bottom:1px dotted var(--strong-line)}
        .no-picture{color:var(--soft);font-style:italic}
        .text details{margin:0 0 1.1em;border:1px solid var(--line);border-radius:8px;padding:.55rem 1rem}
        .text details>summary{cursor:pointer;font-weight:500}
        .text details[open]>summary{margin-bottom:.6em}
        .text details>:last-child{margin-bottom:0}
        .table-scroll{overflow-x:auto;margin:0 0 1.2em;width:fit-content;max-width:100%}
        table{border-collapse:separate;border-spacing:0;font-size:.88rem;line-height:1.45;font-variant-numeric:tabular-nums lining-nums}
        th,td{text-align:left;padding:.36rem .8rem;border-bottom:1px solid var(--line);vertical-align:top}
        thead th,thead td{position:sticky;top:0;background:var(--paper);border-bottom:1.5px solid var(--strong-line);font-weight:600;vertical-align:bottom}
        tbody tr:last-child>*{border-bottom-color:transparent}
        tbody tr:hover>*{background:var(--panel)}
        tbody th{font-weight:400;color:var(--soft)}
        .right{text-align:right}.center{text-align:center}
        .text [tabindex="0"]{--ground:var(--paper);background:
        linear-gradient(to right,var(--ground) 40%,transparent) 0/2.4rem 100% no-repeat local,
        linear-gradient(to left,var(--ground) 40%,transparent) 100%/2.4rem 100% no-repeat local,
        linear-gradient(to right,var(--shade),transparent) 0/.75rem 100% no-repeat,
        linear-gradient(to left,var(--shade),transparent) 100%/.75rem 100% no-repeat,var(--ground)}
        .text pre[tabindex="0"]:not(.output){--ground:var(--panel)}
        @media (max-width:40rem){th,td{padding-left:.5rem;padding-right:.5rem}th:first-child,td:first-child{padding-left:.2rem}}
        caption{caption-side:top;text-align:left;padding:0 0 .4rem;color:var(--soft)}
        """
}
