using System.Text.Json;
using WhatsCommerce.Testing;

namespace WhatsCommerce.Emulator.Tests.Clients;

/// <summary>What clients that others wrote send, with nothing changed but the address of the API.</summary>
public sealed class SendingTests
{
    [Theory]
    [InlineData("kapso.mjs"), InlineData("whatsapp-api-js.mjs"), InlineData("great-detail.mjs"), InlineData("whatsapp-business.mjs")]
    public async Task Send_EveryKindOfMessage_ReachesTheCustomer(string script)
    {
        await using CloudApiEmulator cloud = await ClientShop.OpenAsync();
        cloud.Templates.Add(
            """
            {
              "name": "order_shipped", "language": "en_US", "category": "UTILITY",
              "components": [{ "type": "BODY", "text": "Your order is on its way, {{1}}.", "example": { "body_text": [["Ana"]] } }]
            }
            """);
        cloud.Templates.Approve("order_shipped");
        EmulatedCustomer pablo = cloud.Pablo();
        MessageId greeting = await pablo.SendTextAsync("Hi!", TestContext.Current.CancellationToken);

        JsonElement sent = await NodeScript.RunAsync(script, "send", cloud, ("CUSTOMER", ClientShop.Phone), ("MESSAGE", greeting.Value!));

        Assert.Equal(ClientShop.Phone, sent.GetProperty("customer").GetString());
        Assert.Equal(
            sent.GetProperty("ids").EnumerateArray().Select(id => id.GetString()), pablo.Received.Select(message => message.Id.Value));
        Assert.Collection(
            pablo.Received,
            text => Assert.Equal(("text", "Añadimos manzanas 🍏", greeting), (text.Kind, text.Text, text.RepliesTo)),
            product => Check(product, "interactive.product", "Crisp", "apple-1kg"),
            list =>
            {
                Check(list, "interactive.product_list", "Pick what you like", "apple-1kg", "banana-1kg", "bread");
                JsonElement interactive = list.Json.GetProperty("interactive");
                JsonElement sections = interactive.GetProperty("action").GetProperty("sections");
                Assert.Equal("Fresh today", interactive.GetProperty("header").GetProperty("text").GetString());
                Assert.Equal(["Fruit", "Bread"], sections.EnumerateArray().Select(section => section.GetProperty("title").GetString()));
            },
            catalog => Check(catalog, "interactive.catalog_message", "All we have", "bread"),
            template =>
            {
                Assert.Equal("template", template.Kind);
                Assert.Equal("order_shipped", template.Json.GetProperty("template").GetProperty("name").GetString());
            });
        Assert.True(sent.GetProperty("read").GetBoolean());
        Assert.True(Assert.Single(pablo.Chat.OfType<CustomerMessage>()).IsRead);
        Assert.Equal(6, cloud.Requests.Count);
        Assert.All(cloud.Requests, request => Assert.True(request.IsAccepted, request.ToString()));
    }

    [Theory]
    [InlineData("kapso.mjs"), InlineData("whatsapp-api-js.mjs"), InlineData("great-detail.mjs"), InlineData("whatsapp-business.mjs")]
    public async Task Send_WhatMetaRefuses_IsTheClientsOwnErrorWithMetasCode(string script)
    {
        await using CloudApiEmulator cloud = await ClientShop.OpenAsync();

        JsonElement refusals = await NodeScript.RunAsync(script, "refuse", cloud, ("CUSTOMER", ClientShop.Phone));

        Assert.Equal([(100, "OAuthException"), (131009, "OAuthException"), (190, "OAuthException")], refusals.EnumerateArray().Select(
            refusal => (refusal.GetProperty("code").GetInt32(), refusal.GetProperty("type").GetString()!)));
        Assert.All(refusals.EnumerateArray(), refusal =>
        {
            Assert.True(refusal.GetProperty("own").GetBoolean(), refusal.ToString());
            Assert.False(string.IsNullOrEmpty(refusal.GetProperty("message").GetString()));
            Assert.False(string.IsNullOrEmpty(refusal.GetProperty("trace").GetString()));
        });

        // One of them tells a sentence of its own for each code.
        string limit = script == "whatsapp-business.mjs" ? "Invalid parameter" : "4096";
        Assert.Contains(limit, refusals[0].GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Contains("unknown", refusals[1].GetProperty("details").GetString(), StringComparison.Ordinal);
        Assert.Empty(cloud.Pablo().Received);
    }

    private static void Check(ReceivedMessage message, string kind, string text, params string[] products)
    {
        Assert.Equal((kind, text), (message.Kind, message.Text));
        Assert.Equal(products, message.Products.Select(product => product.Value));
    }
}
