extension Style {
    static let print = """
        @media print{
        :root{--paper:#fff;--raised:#fff;--panel:#f6f6f4;--ink:#000;--soft:#444;--line:#ccc;--strong-line:#999;--accent:#000}
        html{font-size:10pt}
        .top,.contents,.copy,.enlarge,.player,.turn,.anchor,.downloads,dialog{display:none!important}
        .page{display:block;max-width:none;padding:0}
        .text,.lead{max-width:none}
        .text pre,.table-scroll,.text pre.output{overflow:visible;max-height:none;white-space:pre-wrap}
        h1,h2,h3,h4,.step-head{break-after:avoid}
        .code pre,figure,tr,.problem,.callout{break-inside:avoid}
        .figure img{max-height:8.5cm;width:auto;box-shadow:none;border:1px solid var(--line)}
        .outputs{border-left:0;padding-left:0}
        thead th,thead td{position:static}
        a{color:inherit}
        .text p a[href^=http]::after{content:" (" attr(href) ")";font-size:.85em;color:#444}
        }
        """
}
