namespace WhatsCommerce.Tool.Verification;

/// <summary>Whether products can be sent, as written by <c>preflight --json</c>.</summary>
internal sealed record PreflightLine(
    bool Ok,
    string? CatalogId,
    string? ConnectedCatalogId,
    IReadOnlyList<string> ShopProblems,
    IReadOnlyList<string> Sendable,
    IReadOnlyList<UnsendableLine> Unsendable)
{
    public static PreflightLine Of(PreflightReport report) => new(
        report.IsClear,
        report.CatalogId.Value,
        report.ConnectedCatalogId.Value,
        Words(report.ShopProblems),
        [.. report.Sendable.Select(id => id.Value!)],
        [
            .. report.Unsendable.Select(
                product => new UnsendableLine(product.RetailerId.Value!, Words(product.Problems), [.. product.RejectionReasons])),
        ]);

    private static string[] Words<T>(T flags)
        where T : struct, Enum =>
        [.. Enum.GetValues<T>().Where(flag => Convert.ToInt64(flag, null) != 0 && flags.HasFlag(flag)).Select(flag => flag.ToString())];
}

/// <summary>A product that cannot be sent.</summary>
internal sealed record UnsendableLine(string RetailerId, IReadOnlyList<string> Problems, IReadOnlyList<string> Reasons);
