namespace WhatsCommerce.Testing;

/// <content>The state that survives a restart.</content>
public sealed partial class EmulatedReviews
{
    /// <summary>Every verdict, in the order of the retailer ids.</summary>
    internal IEnumerable<(string RetailerId, string Status, string[] Reasons)> Verdicts =>
        _verdicts.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value.Status, pair.Value.Reasons));

    internal void Restore(string retailerId, string status, string[] reasons) => _verdicts[retailerId] = new(status, reasons);
}
