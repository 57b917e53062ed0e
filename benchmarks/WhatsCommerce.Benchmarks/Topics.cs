using WhatsCommerce.Benchmarks.Measuring;
using WhatsCommerce.Benchmarks.Pacing;
using WhatsCommerce.Benchmarks.Queues;
using WhatsCommerce.Benchmarks.Receiving;
using WhatsCommerce.Benchmarks.Shops;

namespace WhatsCommerce.Benchmarks;

/// <summary>All topics, in the order of the table.</summary>
internal static class Topics
{
    public static IReadOnlyList<Topic> All { get; } =
    [
        ParserComparisons.Topic,
        SignatureComparisons.Topic,
        BuildComparisons.Topic,
        SendComparisons.Topic,
        CampaignComparisons.Topic,
        CampaignComparisons.PacedTopic,
        UploadComparisons.Topic,
        EndpointComparisons.Topic,
        SummaryComparisons.Topic,
        ShopComparisons.Topic,
        ShopComparisons.DurableTopic,
        ImportComparisons.Topic,
        .. QueueComparisons.Topics,
        PaceComparisons.Topic,
    ];

    /// <summary>Returns the topics of which the names select a row, with the selected rows; all when there is no name.</summary>
    public static IReadOnlyList<Topic> Named(IReadOnlyCollection<string> names) => names.Count == 0
        ? All
        :
        [
            .. All
                .Select(topic => names.Contains(topic.Name) ? topic : topic with { Rows = [.. topic.Rows.Where(names.Contains)] })
                .Where(topic => topic.Rows.Count > 0),
        ];
}
