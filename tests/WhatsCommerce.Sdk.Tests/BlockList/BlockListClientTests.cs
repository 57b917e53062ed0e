using WhatsCommerce.BlockList;
using WhatsCommerce.Sdk.Tests.Http;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Tests.BlockList;

/// <summary>Who can no longer write.</summary>
public class BlockListClientTests
{
    private static readonly Uri Meta = new("https://graph.facebook.com/");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Requests_OfTheRoom()
    {
        using StubMeta meta = new(StubMeta.Ok("""{"data":[]}"""), StubMeta.Ok("""{"block_users":{}}"""));
        using TestClient client = new(Meta, handler: meta);

        Assert.Empty(await client.Client.BlockList.ListAsync(Token).ToListAsync(Token));
        await client.Client.BlockList.BlockAsync(["+16505550142", "US.13491208655302741918"], Token);
        await client.Client.BlockList.UnblockAsync(["16505550142"], Token);

        Snapshot.MatchText(Wire.Describe(meta.Requests));
    }

    [Fact]
    public async Task BlockAsync_SomeWereNotBlocked_SaysWhoAndWhy()
    {
        using StubMeta meta = new(StubMeta.Ok("""
            {"messaging_product":"whatsapp","block_users":{
              "added_users":[{"input":"+16505550142","wa_id":"16505550142"}],
              "failed_users":[{"input":"+16505550143","wa_id":"16505550143",
              "errors":[{"message":"(#139102) Failed","code":139102,"error_data":{"details":"No message within 24 hours"}}]}]}}
            """));
        using TestClient client = new(Meta, handler: meta);

        BlockListResult result = await client.Client.BlockList.BlockAsync(["+16505550142", "+16505550143"], Token);

        Assert.Equal("16505550142", Assert.Single(result.Changed).WaId);
        BlockListFailure failure = Assert.Single(result.Failed);
        Assert.Equal(
            ("16505550143", 139102, "No message within 24 hours"),
            (failure.Customer.WaId, failure.Errors[0].Code, failure.Errors[0].Details));
        Assert.DoesNotContain("16505550143", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task BlockAsync_NobodyOrAGroup_IsNotSent()
    {
        using StubMeta meta = new(StubMeta.Ok());
        using TestClient client = new(Meta, handler: meta);

        await Assert.ThrowsAsync<WhatsCommerceValidationException>(() => client.Client.BlockList.BlockAsync([], Token));
        WhatsCommerceValidationException exception = await Assert.ThrowsAsync<WhatsCommerceValidationException>(
            () => client.Client.BlockList.BlockAsync(["+16505550142", Recipient.Group("g"), "nobody"], Token));

        Assert.Equal(["block_users[1].user", "block_users[2].user"], exception.Violations.Select(violation => violation.Path));
        Assert.Empty(meta.Requests);
    }

    [Fact]
    public async Task BlockAsync_ListThatChangedMeanwhile_IsABlockListError()
    {
        using StubMeta meta = new(StubMeta.Answer(
            System.Net.HttpStatusCode.BadRequest,
            SharedMaterial.ReadJson("responses", "064-error-139102-error-data-fbtrace-id-partial--block-users.json").GetRawText()));
        using TestClient client = new(Meta, handler: meta);

        GraphException exception = await Assert.ThrowsAsync<GraphException>(
            () => client.Client.BlockList.BlockAsync(["+16505550142"], Token));

        Assert.Equal(139102, exception.Error?.Code);
    }
}
