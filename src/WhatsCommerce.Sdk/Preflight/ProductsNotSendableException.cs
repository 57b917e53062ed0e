namespace WhatsCommerce;

/// <summary>
/// The exception that is thrown when a message was not sent, because none of its products can be sent, or the number cannot send any.
/// Nothing was sent to Meta's message endpoint.
/// </summary>
/// <remarks>Thrown only where <see cref="PreflightOptions.BeforeSending"/> is set.</remarks>
public sealed class ProductsNotSendableException : WhatsCommerceException
{
    internal ProductsNotSendableException(string messageKind, PreflightReport report)
        : base($"The {messageKind} message was not sent, since it could show no product. {report}") => Report = report;

    /// <summary>Gets the result of the check.</summary>
    public PreflightReport Report { get; }

    /// <summary>
    /// Gets the products with their problems; empty when only the shop is the reason, <see cref="PreflightReport.ShopProblems"/>.
    /// </summary>
    public IReadOnlyList<UnsendableProduct> Products => Report.Unsendable;
}
