using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WhatsCommerce.Sdk.Tests.Diagnostics;

namespace WhatsCommerce.Sdk.Tests.Http;

/// <summary>An odd item does not end its list, whatever is listed.</summary>
public class MalformedItemTests
{
    private static readonly Uri Meta = new("https://graph.facebook.com/");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Templates_OddOnes_AreReadInPart() => await ListsAsync(
        client => client.Templates.ListAsync(cancellationToken: Cancellation),
        """{"id":"1","name":"a","components":[]},{"id":"2","name":"b","quality_score":[],"components":"none","status":{}},null,"""
            + """{"id":"3","name":[],"rejected_reason":true}""",
        read: 3,
        "item 2: status", "item at position 2 of its page: Null in place of an object", "item 3: name, rejected_reason");

    [Fact]
    public async Task PhoneNumbers_OddOnes_AreReadInPart() => await ListsAsync(
        client => client.PhoneNumbers.ListAsync(Cancellation),
        """{"id":"1"},{"id":"2","verified_name":{}},"x" """,
        read: 2,
        "item 2: verified_name", "item at position 2 of its page: String in place of an object");

    [Fact]
    public async Task BlockList_OddOnes_AreReadInPartAndNobodyIsNamed() => await ListsAsync(
        client => client.BlockList.ListAsync(Cancellation),
        """{"wa_id":"16505551234"},{"wa_id":["16505551234"]}""",
        read: 2,
        "item at position 1 of its page: wa_id");

    [Fact]
    public async Task Subscriptions_OddOnes_AreReadInPart() => await ListsAsync(
        client => client.Subscriptions.ListAsync(Cancellation),
        """{"whatsapp_business_api_data":[]},{"whatsapp_business_api_data":{"id":"1"}}""",
        read: 2,
        "item at position 0 of its page: whatsapp_business_api_data");

    [Fact]
    public async Task Catalogs_OddOnes_AreReadInPart() => await ListsAsync(
        client => client.Catalogs.ListOwnedAsync("2050", Cancellation),
        """{"id":"1","product_count":"many"},{"id":"2"}""",
        read: 2,
        "item 1: product_count");

    [Fact]
    public async Task Sets_Groups_FeedsAndTheirErrors_OddOnes_AreReadInPart()
    {
        await ListsAsync(
            client => client.Catalogs.Sets.ListAsync("1", Cancellation),
            """{"id":"1","product_count":[]},{"id":"2"}""",
            2,
            "item 1: product_count");
        await ListsAsync(
            client => client.Catalogs.Products.ListGroupsAsync("1", Cancellation),
            """{"id":"1","retailer_id":{}},{"id":"2"}""",
            2,
            "item 1: retailer_id");
        await ListsAsync(
            client => client.Catalogs.Feeds.ListAsync("1", Cancellation),
            """{"id":"1","deletion_enabled":"perhaps"},{"id":"2"}""",
            2,
            "item 1: deletion_enabled");
        await ListsAsync(
            client => client.Catalogs.Feeds.ListUploadsAsync("1", Cancellation),
            """{"id":"1","error_count":"many"},{"id":"2"}""",
            2,
            "item 1: error_count");
        await ListsAsync(
            client => client.Catalogs.Feeds.ListErrorsAsync("1", Cancellation),
            """{"id":"1","summary":[]},{"id":"2"}""",
            2,
            "item 1: summary");
    }

    private static async Task ListsAsync<T>(Func<WhatsCommerceClient, Paged<T>> list, string data, int read, params string[] malformed)
    {
        using RecordedLogs logs = new();
        using StubMeta meta = new(StubMeta.Ok($$"""{"data":[{{data}}]}"""));
        using TestClient client = new(
            Meta,
            options => options.BusinessAccountId = "3060",
            meta,
            services: services => services.AddLogging(logging => logging.AddProvider(logs)));

        Page<T> page = Assert.Single(await list(client.Client).AsPages(cancellationToken: Cancellation).ToListAsync(Cancellation));

        Assert.Equal(read, page.Items.Count);
        Assert.Equal(malformed, page.Malformed.Select(item => item.ToString()));
        Assert.Contains(
            logs.Entries, entry => entry.Level == LogLevel.Warning && entry.Message.Contains(malformed[0], StringComparison.Ordinal));
    }
}
