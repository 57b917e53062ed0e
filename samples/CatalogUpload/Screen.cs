using System.Globalization;
using Spectre.Console;
using WhatsCommerce.Tool.Uploads;

namespace CatalogUpload;

/// <summary>Prints messages and the table of rejected rows. Texts from the file and from Meta are not parsed as markup.</summary>
internal static class Screen
{
    private const int MostRowsShown = 50;

    public static void Say(FormattableString sentence, Color? color = null) =>
        AnsiConsole.Write(new Text(sentence.ToString(CultureInfo.InvariantCulture) + Environment.NewLine, new Style(color)));

    public static void Show(IReadOnlyList<RejectedRow> rejected)
    {
        if (rejected.Count == 0)
        {
            return;
        }

        Table table = new Table().Border(TableBorder.Rounded).AddColumns("Line", "Id", "Why it is not in the catalog");
        foreach (RejectedRow row in rejected.Take(MostRowsShown))
        {
            table.AddRow(new Text(row.Line.ToString(CultureInfo.InvariantCulture)), new Text(row.Id ?? ""), new Text(row.Reason));
        }

        AnsiConsole.Write(table);
        if (rejected.Count > MostRowsShown)
        {
            Say($"... and {rejected.Count - MostRowsShown:#,0} more.");
        }
    }
}
