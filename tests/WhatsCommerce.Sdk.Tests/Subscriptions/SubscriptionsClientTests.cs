using WhatsCommerce.Sdk.Tests.Http;
using WhatsCommerce.Subscriptions;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Tests.Subscriptions;

/// <summary>Which apps get webhooks, and where to.</summary>
public class SubscriptionsClientTests
{
    private static readonly Uri Meta = new("https://graph.facebook.com/");

    private static readonly CallbackOverride Shop = new("https://shop.example/webhooks/whatsapp", "a token of our choice");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Requests_OfTheRoom()
    {
        using StubMeta meta = new(StubMeta.Ok("""{"data":[]}"""), StubMeta.Ok("""{"success":true}"""));
        using TestClient client = new(Meta, options => options.BusinessAccountId = "102290129340398", handler: meta);
        SubscriptionsClient subscriptions = client.Client.Subscriptions;

        Assert.Empty(await subscriptions.ListAsync(Token).ToListAsync(Token));
        await subscriptions.SubscribeAsync(cancellationToken: Token);
        await subscriptions.SubscribeAsync(Shop, Token);
        await subscriptions.OverrideForNumberAsync(Shop, Token);
        await subscriptions.OverrideForNumberAsync(null, Token);
        await subscriptions.UnsubscribeAsync(Token);

        Snapshot.MatchText(Wire.Describe(meta.Requests));
    }

    [Theory]
    [InlineData("159-subscribed-apps-list--multiple-subscriptions.json", 2, null)]
    [InlineData("160-subscribed-apps-list--no-subscriptions.json", 0, null)]
    [InlineData("161-subscribed-apps-list--custom-callback-success.json", 1, "https://your-webhook-endpoint.com/webhook")]
    public async Task ListAsync_MetasExample_IsRead(string file, int count, string? address)
    {
        using StubMeta meta = new(StubMeta.Ok(SharedMaterial.ReadJson("responses", file).GetRawText()));
        using TestClient client = new(Meta, options => options.BusinessAccountId = "1", handler: meta);

        List<AppSubscription> apps = await client.Client.Subscriptions.ListAsync(Token).ToListAsync(Token);

        Assert.Equal(count, apps.Count);
        Assert.All(apps, app => Assert.False(string.IsNullOrEmpty(app.App?.Id)));
        Assert.All(apps, app => Assert.Equal(address, app.CallbackAddress));
    }

    [Theory]
    [InlineData("""[{"name":"messages","version":"v25.0"},{"name":"calls","version":"v25.0"}]""", "v25.0")]
    [InlineData("""["messages","calls"]""", null)]
    public async Task ListAppWebhooksAsync_FieldsInEitherShape_AreRead(string fields, string? version)
    {
        using StubMeta meta = new(StubMeta.Ok(
            $$"""
            {"data":[{"object":"whatsapp_business_account","callback_url":"https://shop.example/","active":true,"fields":{{fields}}}]}
            """));
        using TestClient client = new(Meta, options => options.AccessToken = "42|secret", handler: meta);

        AppWebhook webhook = Assert.Single(await client.Client.Subscriptions.ListAppWebhooksAsync("42", Token).ToListAsync(Token));

        Assert.Equal((AppWebhook.WhatsApp, "https://shop.example/", true), (webhook.Object, webhook.CallbackAddress, webhook.IsActive));
        Assert.Equal(["messages", "calls"], webhook.Fields.Select(field => field.Name!));
        Assert.All(webhook.Fields, field => Assert.Equal(version, field.Version));
        Assert.EndsWith("/42/subscriptions", Assert.Single(meta.Requests).Uri.AbsolutePath, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("4/2")]
    public void ListAppWebhooksAsync_IdThatIsNone_Throws(string id)
    {
        using StubMeta meta = new(StubMeta.Ok());
        using TestClient client = new(Meta, handler: meta);

        Assert.Throws<ArgumentException>("appId", () => client.Client.Subscriptions.ListAppWebhooksAsync(id, Token));
    }

    [Theory]
    [InlineData("http://shop.example/webhooks", "token", "webhook_configuration.override_callback_uri")]
    [InlineData("/webhooks", "token", "webhook_configuration.override_callback_uri")]
    [InlineData("https://shop.example/webhooks", " ", "webhook_configuration.verify_token")]
    public async Task OverrideForNumberAsync_WhatMetaRefuses_IsNotSent(string address, string verifyToken, string path)
    {
        using StubMeta meta = new(StubMeta.Ok());
        using TestClient client = new(Meta, handler: meta);

        WhatsCommerceValidationException exception = await Assert.ThrowsAsync<WhatsCommerceValidationException>(
            () => client.Client.Subscriptions.OverrideForNumberAsync(
                new CallbackOverride(new Uri(address, UriKind.RelativeOrAbsolute), verifyToken), Token));

        Assert.Equal(path, Assert.Single(exception.Violations).Path);
        Assert.Empty(meta.Requests);
    }

    [Theory]
    [InlineData("http://shop.example/webhooks")]
    [InlineData("shop.example")]
    [InlineData("https://[")]
    [InlineData("")]
    public async Task OverrideForNumberAsync_TextThatIsNoAddress_IsAViolation(string address)
    {
        using StubMeta meta = new(StubMeta.Ok());
        using TestClient client = new(Meta, handler: meta);

        WhatsCommerceValidationException exception = await Assert.ThrowsAsync<WhatsCommerceValidationException>(
            () => client.Client.Subscriptions.OverrideForNumberAsync(new CallbackOverride(address, "token"), Token));

        Violation violation = Assert.Single(exception.Violations);
        Assert.Equal(("webhook_configuration.override_callback_uri", ViolationRule.Format), (violation.Path, violation.Rule));
    }

    [Fact]
    public void CallbackOverride_AddressAsText_IsTheSameAsTheUri() => Assert.Equal(
        new CallbackOverride(new Uri("https://shop.example/webhooks/whatsapp"), "a token of our choice"), Shop);

    [Fact]
    public void ToString_OfAnOverride_HidesTheToken() => Assert.DoesNotContain("token", Shop.ToString(), StringComparison.Ordinal);
}
