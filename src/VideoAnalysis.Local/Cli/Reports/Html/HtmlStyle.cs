namespace VideoAnalysis.Local.Cli.Reports.Html;

/// <summary>How the report looks: as the page does.</summary>
internal static class HtmlStyle
{
    public const string Css = """
        :root {
          color-scheme: light dark;
          --ink: #1c2021; --quiet: #5c6466; --line: #dedcd6; --card: #fff; --accent: #0b7a6b; --bad: #b3261e;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --ink: #e9ecea; --quiet: #9aa5a5; --line: #2c3435; --card: #181d1e; --accent: #4fd0b9; --bad: #ff9b91;
          }
        }
        body {
          max-width: 60rem; margin: 2rem auto; padding: 0 1rem; background: var(--card); color: var(--ink);
          font: 15px/1.5 system-ui, sans-serif;
        }
        h1, h2, h3 { line-height: 1.25; overflow-wrap: anywhere; margin: 1.5rem 0 .3rem; }
        p { margin: .3rem 0; }
        table { width: 100%; border-collapse: collapse; margin-top: .5rem; }
        th, td { padding: .4rem .6rem; border-top: 1px solid var(--line); text-align: left; vertical-align: middle; }
        thead th { border: 0; color: var(--quiet); font-weight: 400; font-size: .85rem; }
        tbody th { max-width: 14rem; overflow-wrap: anywhere; }
        td:first-child { width: 56px; }
        img { display: block; border-radius: 8px; }
        .number { white-space: nowrap; font-variant-numeric: tabular-nums; }
        .when { width: 55%; font-variant-numeric: tabular-nums; font-size: .88rem; }
        svg {
          display: block; width: 100%; height: 12px; margin-bottom: .2rem; border-radius: 4px; background: var(--line);
        }
        rect { fill: var(--accent); }
        .quiet { color: var(--quiet); }
        .bad { color: var(--bad); }
        @media print { body { margin: 0; } section { break-inside: auto; } tr { break-inside: avoid; } }
        """;
}
