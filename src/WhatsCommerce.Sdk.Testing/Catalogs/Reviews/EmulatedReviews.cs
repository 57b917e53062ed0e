using System.Collections.Concurrent;

namespace WhatsCommerce.Testing;

/// <summary>Meta's review of catalog items, with the test as reviewer. An item that the test says nothing about is approved.</summary>
/// <remarks>
/// Items that come through the API are <c>pending</c> for <see cref="CloudApiEmulatorOptions.ReviewTime"/>, and again when more than price
/// and availability changes; those that the test adds to the catalog itself are through at once. A verdict of the test holds for the
/// retailer id in every catalog, also for an item that comes later. Whether a rejected item can still be sent is not documented: here it
/// can.
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

    /// <summary>Rejects an item: at once, or as soon as its review is over.</summary>
    /// <param name="retailerId">The id of the item.</param>
    /// <param name="reasons">Why, as <c>review_rejection_reasons</c> tells.</param>
    public void Reject(RetailerId retailerId, params IEnumerable<string> reasons)
    {
        ArgumentNullException.ThrowIfNull(reasons);
        Decide(retailerId, new("rejected", [.. reasons]));
    }

    /// <summary>Approves an item at once, also one that was rejected, as after an appeal.</summary>
    /// <param name="retailerId">The id of the item.</param>
    public void Approve(RetailerId retailerId) => Decide(retailerId, new("approved", []));

    /// <summary>Takes an item into review until another verdict, as when a customer has reported it.</summary>
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
