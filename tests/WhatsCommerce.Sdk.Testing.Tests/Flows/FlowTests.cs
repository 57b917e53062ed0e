namespace WhatsCommerce.Testing.Tests.Flows;

/// <summary>Flows from their creation to their end, over the wire.</summary>
public sealed class FlowTests
{
    [Fact]
    public async Task Flow_OfItsWholeLife_HasEachStatus()
    {
        await using Shop shop = await Shop.StartAsync();

        string id = (await shop.Post($"{Shop.Account}/flows", """{"name":"Sign up","categories":["SIGN_UP"]}""")).MadeId;
        (await shop.Post($"{id}/publish")).AssertRefused(100);
        using MultipartFormDataContent form = new()
        {
            { new StringContent("flow.json"), "name" },
            { new StringContent("FLOW_JSON"), "asset_type" },
            { new ByteArrayContent("""{"version":"7.1","screens":[]}"""u8.ToArray()), "file", "flow.json" },
        };
        (await shop.Stage.PostAsync($"v25.0/{id}/assets", form)).AssertAccepted();
        (await shop.Post($"{id}/publish")).AssertAccepted();
        Answer published = await shop.Get(id);
        (await shop.Delete(id)).AssertRefused(100);
        (await shop.Post($"{id}/deprecate")).AssertAccepted();

        Assert.Equal(("Sign up", "PUBLISHED"), (published.Text("name"), published.Text("status")));
        Assert.Equal(["DEPRECATED"], (await shop.Get($"{Shop.Account}/flows")).Texts("status"));
        Assert.Equal(["flow.json"], (await shop.Get($"{id}/assets")).Texts("name"));
        (await shop.Post($"{Shop.Account}/flows", """{"name":"No category"}""")).AssertRefused(100);
        (await shop.Post($"{Shop.Account}/flows", """{"name":"Sign up","categories":["OTHER"]}""")).AssertRefused(100);
    }
}
