using System.Collections.Concurrent;

namespace WhatsCommerce.Testing;

/// <summary>Meta's review of catalog items, which the test controls. By default every item is approved.</summary>
/// <remarks>
/// Items that come through the API are <c>pending</c> for <see cref="CloudApiEmulatorOptions.ReviewTime"/>, and again when more than price
/// and availability changes; items that the test adds are approved immediately. A decision of the test applies to the retailer id in every
/// catalog, including items that are added later. It is not documented whether a rejected item can still be sent: in the emulator it can.
/// </remarks>
public sealed partial class EmulatedReviews
{
    private readonly ConcurrentDictionary<string, Decision> _verdicts = new(StringComparer.Ordinal);
    private readonly CloudApiEmulatorOptions _options;
    private readonly EmulatorChanges _changes;

    internal EmulatedReviews(CloudApiEmulatorOptions options, EmulatorChanges changes)
    {
        _options = options;
        _changes = changes;
    }

    /// <summary>Rejects an item: immediately, or as soon as its review ends.</summary>
    /// <param name="retailerId">The id of the item.</param>
    /// <param name="reasons">The reasons in <c>review_rejection_reasons</c>.</param>
    public void Reject(RetailerId retailerId, params IEnumerable<string> reasons)
    {
        ArgumentNullException.ThrowIfNull(reasons);
        Decide(retailerId, new("rejected", [.. reasons]));
    }

    /// <summary>Approves an item immediately, including a rejected one, as after an appeal.</summary>
    /// <param name="retailerId">The id of the item.</param>
    public void Approve(RetailerId retailerId) => Decide(retailerId, new("approved", []));

    /// <summary>Puts an item back into review until another decision, as when a customer has reported it.</summary>
    /// <param name="retailerId">The id of the item.</param>
    public void Hold(RetailerId retailerId) => Decide(retailerId, new("pending", []));

    internal string StatusOf(CatalogEntry entry) => _verdicts.GetValueOrDefault(entry.RetailerId)?.Status switch
    {
        null => IsInReview(entry) ? "pending" : "approved",
        "rejected" => IsInReview(entry) ? "pending" : "rejected",
        var status => status,
    };

    internal IReadOnlyList<string> ReasonsOf(CatalogEntry entry) =>
        StatusOf(entry) == "rejected" ? _verdicts[entry.RetailerId].Reasons : [];

    private bool IsInReview(CatalogEntry entry) => _options.TimeProvider.GetUtcNow() < entry.ReviewDue;

    private void Decide(RetailerId retailerId, Decision verdict)
    {
        _verdicts[retailerId.Value ?? throw new ArgumentException("The retailer id is absent.", nameof(retailerId))] = verdict;
        _changes.Catalog();
    }

    private sealed record Decision(string Status, string[] Reasons);
}
