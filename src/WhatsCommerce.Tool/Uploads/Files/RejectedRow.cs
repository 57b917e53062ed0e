using WhatsCommerce.Catalogs;

namespace WhatsCommerce.Tool.Uploads;

/// <summary>A row that was not written to the catalog.</summary>
/// <param name="Line">The line number of a CSV file, or the number of the item in a JSON file, from 1.</param>
/// <param name="Id">The retailer id, as far as it could be read.</param>
/// <param name="Reason">Why the row was rejected.</param>
internal sealed record RejectedRow(int Line, string? Id, string Reason)
{
    /// <summary>All rows of a file that are not in the catalog after an upload, in the order of the file.</summary>
    public static IReadOnlyList<RejectedRow> Of(ProductFile file, InventoryReport report) =>
    [
        .. file.Broken
            .Concat(report.Rejected.Select(
                item => new RejectedRow(file.LineOf(item.Position), item.RetailerId.Value, string.Join(' ', item.Reasons))))
            .OrderBy(row => row.Line),
    ];
}
