namespace WhatsCommerce.Analyzers.Tests;

/// <summary>WC0008.</summary>
public sealed class OnceKeyTests
{
    [Theory]
    [InlineData("""
        builder.Handle<OrderEvent, WhatsCommerceClient>("a", (order, client, ct) =>
            client.Messages.{|WC0008:SendAsync|}(order.Customer.ToRecipient(), message));
        """)]
    [InlineData("""
        builder.Handle<OrderEvent, WhatsCommerceClient>("a", async (order, client, ct) => {
            if (order.Id != default)
            { await client.Messages.{|WC0008:SendAsync|}(order.Customer.ToRecipient(), message,
            new SendOptions { ReplyTo = order.Id }, ct); } });
        """)]
    [InlineData("""
        builder.HandleWhen<OrderEvent, WhatsCommerceClient, WebhookContext>("a", o =>
            true, (order, client, context, ct) =>
            client.Messages.{|WC0008:SendAsync|}(order.Customer.ToRecipient(), message, null, ct));
        """)]
    [InlineData("""
        shop.On<CartReceived, WhatsCommerceClient>("a", (cart, client, ct) =>
            client.Messages.{|WC0008:SendAsync|}("+16505551234", message));
        """)]
    public Task Send_InAHandlerWithoutAKey_IsFound(string statement) => Code.FindAsync<OnceKeyAnalyzer>(App(statement));

    [Theory]
    [InlineData("""
        builder.Handle<OrderEvent, WhatsCommerceClient, WebhookContext>("a", (order, client, context, ct) =>
            client.Messages.SendAsync(order.Customer.ToRecipient(), message,
            new SendOptions { OnceKey = context.OnceKey("a") }, ct));
        """)]
    [InlineData("""
        builder.Handle<OrderEvent, WhatsCommerceClient>("a", (order, client, ct) =>
            client.Messages.SendAsync(order.Customer.ToRecipient(), message, options, ct));
        """)]
    [InlineData("System.Func<WhatsCommerceClient, Task> send = client => client.Messages.SendAsync(\"+16505551234\", message);")]
    [InlineData("""
        builder.Handle<OrderEvent, WhatsCommerceClient>("a", (order, client, ct) =>
            client.Messages.MarkAsReadAsync(order.Id, false, ct));
        """)]
    public Task Send_WithAKeyOrInNoHandler_IsNotFound(string statement) => Code.FindAsync<OnceKeyAnalyzer>(App(statement));

    [Fact]
    public Task Send_InAClassThatHandles_IsFound() => Code.FindAsync<OnceKeyAnalyzer>(Code.Handler("{|WC0008:SendAsync|}", ""));

    [Fact]
    public Task Send_InAHandler_IsToldWhatToSet() => Code.FindAsync<OnceKeyAnalyzer>(
        Code.Handler("{|#0:SendAsync|}", ""),
        Code.Message<OnceKeyAnalyzer>(
            "WC0008",
            "A handler may run again and would then send this message again: set SendOptions.OnceKey, in a webhook handler to "
                + "context.OnceKey(\"purpose\")"));

    [Fact]
    public Task Fix_SendWithoutOptions_GetsAKey() => Code.FixAsync<OnceKeyAnalyzer, OnceKeyFix>(
        Code.Handler("{|WC0008:SendAsync|}", ""),
        Code.Handler("SendAsync", ", new SendOptions { OnceKey = context.OnceKey(\"reply\") }"));

    [Fact]
    public Task Fix_SendWithOptions_KeepsThem() => Code.FixAsync<OnceKeyAnalyzer, OnceKeyFix>(
        Code.Handler("{|WC0008:SendAsync|}", ", new SendOptions { ReplyTo = order.Id }, ct"),
        Code.Handler("SendAsync", ", new SendOptions { ReplyTo = order.Id, OnceKey = context.OnceKey(\"reply\") }, ct"));

    private static string App(string statement) => $$"""
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.Extensions.DependencyInjection;
        using WhatsCommerce;
        using WhatsCommerce.Messages;
        using WhatsCommerce.Storefronts;
        using WhatsCommerce.Webhooks;

        public static class App
        {
            public static void Add(
                WhatsCommerceWebhooksBuilder builder, WhatsCommerceStorefrontBuilder shop, TextMessage message, SendOptions options)
            {
                {{statement}}
            }
        }
        """;
}
