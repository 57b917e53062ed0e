using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Flows;
using WhatsCommerce.Storefronts;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Analyzers.Tests.Mistakes;

/// <summary>Mistakes with the parts of a shop, and what is told about each at start. docs/troubleshooting.md has the same list.</summary>
public static class ShopMistakes
{
    private static readonly (string Key, string Value) Secret = ("WhatsCommerce:Webhooks:AppSecrets:0", "secret");
    private static readonly (string Key, string Value) Address = ("WhatsCommerce:Storefront:PublicAddress", "https://shop.example");

    public static IReadOnlyList<Mistake> All { get; } = [.. OfTheShop(), .. OfPayments(), .. OfTheRest()];

    private static IEnumerable<Mistake> OfTheShop()
    {
        yield return new(
            "a setting of the storefront is misspelled",
            "\"WhatsCommerce:Storefront:PublicAdress\" is not a setting; is \"PublicAddress\" meant? Known are ShopId, "
                + "PhoneNumberIds, DirectoryInterval, PublicAddress, Language, TimeZone, OrderStatusTemplate, "
                + "OrderStatusTemplateLanguage, PricesIncludeTax, QuoteLifetime, CartLifetime, MaxLines, MaxQuantity, Catalog, "
                + "AllowTestPayments, AllowOwnOrderHandlers, ProviderTimeout, HandlerTimeout, MaxAttempts, MaxConcurrency, PollInterval, "
                + "Texts.",
            () => ShopAsync(static (_, _) => { }, ("WhatsCommerce:Storefront:PublicAdress", "https://shop.example")));
        yield return new(
            "a time of the pages is written as a number",
            "\"WhatsCommerce:Storefront:Pages:MaxWait\" is \"30\", which .NET reads as a number of days. "
                + "Write \"00:00:30\" for seconds, or \"30.00:00:00\" for days.; MaxWait: StorefrontPagesOptions.MaxWait must "
                + "be from 1 second to 2 minutes. It is 30.00:00:00.",
            () => ShopAsync(
                static (shop, configuration) => shop.AddPages(configuration), Address, ("WhatsCommerce:Storefront:Pages:MaxWait", "30")));
        yield return new(
            "the storefront and a handler both take carts",
            "The handler \"orders\" handles OrderEvent, and so does the storefront: the customer would get two answers. "
                + "Handle CartReceived with On<CartReceived>(...) instead, or set AllowOwnOrderHandlers if both are wanted.",
            () => Making.StartAsync(
                static builder =>
                {
                    Shop(builder);
                    builder.Services.AddWhatsCommerceWebhooks(builder.Configuration)
                        .Handle<OrderEvent>("orders", static (_, _) => Task.CompletedTask);
                },
                Secret,
                Address));
        yield return new(
            "the shop's language is a name",
            "Language: \"English\" is not a language. Write its code (BCP 47), such as en, pt or pt-BR.",
            () => ShopAsync(static (_, _) => { }, Address, ("WhatsCommerce:Storefront:Language", "English")));
        yield return new(
            "a text of the shop has a broken placeholder",
            "Texts:en:Fulfilling has \"{{order_number\", which is not a placeholder: write {{name}}, with two braces on both sides; "
                + "known placeholders: order_number.",
            () => ShopAsync(static (_, _) => { }, Address, ("WhatsCommerce:Storefront:Texts:en:Fulfilling", "On it: {{order_number")));
        yield return new(
            "the shop's address is not absolute",
            "PublicAddress is not absolute. Set it to an absolute https or http address, such as https://shop.example/shop: "
                + "the addresses of the shop's pages are built from it.",
            () => ShopAsync(static (_, _) => { }, ("WhatsCommerce:Storefront:PublicAddress", "shop.example/shop")));
        yield return new(
            "a number of the shop stands in place of its id",
            "PhoneNumberIds[0] is an id and must be digits only, as Meta's dashboard shows it; a phone number with + is not its id.",
            () => ShopAsync(static (_, _) => { }, Address, ("WhatsCommerce:Storefront:PhoneNumberIds:0", "+16505551234")));
        yield return new(
            "the name of a template is none",
            "OrderStatusTemplate is \"Order Update\". The name of a template is made of the letters a-z, digits and underscores "
                + "only, such as july_offer.",
            () => ShopAsync(static (_, _) => { }, Address, ("WhatsCommerce:Storefront:OrderStatusTemplate", "Order Update")));
        yield return new(
            "a reply needs a service that is not registered",
            "The reply Hours cannot run: Unable to resolve service for type 'System.IO.TextReader' while attempting to activate "
                + "'WhatsCommerce.Analyzers.Tests.Mistakes.ShopMistakes+Hours'. Register it before builder.Build().",
            () => ShopAsync(static (shop, _) => shop.AddReply<Hours>(), Address));
        yield return new(
            "the number of an admin lacks its country code",
            "Numbers[0] is not a phone number: A phone number starts with its country code, and no country code starts with "
                + "0; write + and the country code in place of the 0. (Parameter 'options')",
            () => ShopAsync(
                static (shop, configuration) => shop.AddAdminNotices(configuration),
                Address,
                ("WhatsCommerce:AdminNotices:Numbers:0", "0171 1234567")));
        yield return new(
            "an assistant without a model",
            "The assistant has no model: No service for type 'Microsoft.Extensions.AI.IChatClient' has been registered. "
                + "Register it before builder.Build(), or give one to AddAssistant.",
            () => ShopAsync(
                static (shop, _) => shop.AddAssistant(static services => services.GetRequiredService<IChatClient>()), Address));
    }

    private static IEnumerable<Mistake> OfPayments()
    {
        yield return new(
            "a provider of payments without its section",
            "The configuration has no section \"WhatsCommerce:PayPal\", which was given to AddPayPal.; PayPal "
                + "(WhatsCommerce:PayPal): ClientId and ClientSecret are required.",
            () => ShopAsync(static (shop, configuration) => shop.AddPayPal(configuration), Address));
        yield return new(
            "the key of a provider is misspelled",
            "\"WhatsCommerce:Razorpay:KeySecrets\" is not a setting; is \"KeySecret\" meant? Known are KeyId, KeySecret, "
                + "WebhookSecrets, Currencies, Title, Titles, AllowTestKeys, BaseAddress.; Razorpay (WhatsCommerce:Razorpay): "
                + "KeyId and KeySecret are required.",
            () => ShopAsync(
                static (shop, configuration) => shop.AddRazorpay(configuration),
                Address,
                ("WhatsCommerce:Razorpay:KeyId", "rzp_live_1"),
                ("WhatsCommerce:Razorpay:KeySecrets", "secret")));
        yield return new(
            "a provider of payments without the address of the shop",
            "PublicAddress is required, such as https://shop.example/shop: the provider sends the customer back to a page "
                + "below it.",
            () => ShopAsync(
                static (shop, configuration) => shop.AddRazorpay(configuration),
                ("WhatsCommerce:Razorpay:KeyId", "rzp_live_1"),
                ("WhatsCommerce:Razorpay:KeySecret", "secret")));
        yield return new(
            "keys of the test mode in production",
            "Razorpay (WhatsCommerce:Razorpay): These are keys of the test mode, with which nobody pays, in Production; "
                + "set AllowTestKeys if that is meant.",
            () => ShopAsync(
                static (shop, configuration) => shop.AddRazorpay(configuration),
                Address,
                ("WhatsCommerce:Razorpay:KeyId", "rzp_test_1"),
                ("WhatsCommerce:Razorpay:KeySecret", "secret")));
        yield return new(
            "payments in the chat without a gateway",
            "WhatsApp payments (WhatsCommerce:WhatsAppPayments): WhatsApp payments need Gateway (India) or a registered "
                + "IPixSource (Brazil).",
            () => ShopAsync(
                static (shop, configuration) => shop.AddWhatsAppPayments(configuration),
                Address,
                ("WhatsCommerce:WhatsAppPayments:ConfigurationName", "upi")));
    }

    private static IEnumerable<Mistake> OfTheRest()
    {
        yield return new(
            "flows without a private key",
            "PrivateKeys is empty: without the private key nothing that a flow sends can be decrypted. It is a list: set "
                + "WhatsCommerce:Flows:PrivateKeys:0 (environment variable WhatsCommerce__Flows__PrivateKeys__0) to the PEM of "
                + "an RSA key, such as `openssl genrsa 2048` prints.",
            () => Making.StartAsync(
                static builder => builder.Services.AddWhatsCommerceFlows<Form>(builder.Configuration),
                ("WhatsCommerce:Flows:AppSecrets:0", "secret")));
        yield return new(
            "a forward without its address",
            "\"WhatsCommerce:Forwards:erp:Adress\" is not a setting; is \"Address\" meant? Known are Address, Signature, "
                + "Secret, Headers, Timeout, MaxAttempts, PublicAddressesOnly.; Address: erp.Address must be an absolute https "
                + "address, or an http address of this machine (localhost), without a user name.",
            () => WebhooksAsync(
                static (webhooks, configuration) => webhooks.ForwardDeliveries("erp", configuration),
                ("WhatsCommerce:Forwards:erp:Secret", "secret"),
                ("WhatsCommerce:Forwards:erp:Adress", "https://erp.example")));
        yield return new(
            "tenants that nobody knows",
            "There is no directory of tenants: call UseTenants<TDirectory>(), or register an "
                + "IWhatsCommerceTenantDirectory.",
            () => WebhooksAsync(static (webhooks, _) => webhooks.UseTenants(static _ => { })));
        yield return new(
            "no connection string for PostgreSQL",
            "The connection string is missing: does the configuration have the key that it was read from, such as "
                + "ConnectionStrings:Shop (environment variable ConnectionStrings__Shop)? (Parameter 'connectionString')",
            () => WebhooksAsync(static (webhooks, configuration) => webhooks.UsePostgreSql(configuration["ConnectionStrings:Shop"]!)));
        yield return new(
            "a connection string that is the name of one",
            "The connection string cannot be read: it has no =; a name of the configuration is passed as "
                + "configuration.GetConnectionString(name). It must be like \"Host=db.example.com;Database=shop;Username=shop;"
                + "Password=...\". (Parameter 'connectionString')",
            () => WebhooksAsync(static (webhooks, _) => webhooks.UsePostgreSql("Shop")));
        yield return new(
            "PostgreSQL without a data source",
            "No connection string was given, and no NpgsqlDataSource is registered. Register one, or pass a connection "
                + "string to AddWhatsCommercePostgreSql or UsePostgreSql.",
            () => WebhooksAsync(static (webhooks, _) => webhooks.UsePostgreSql()));
        yield return new(
            "a broker that RabbitMQ cannot have",
            "RabbitMqOptions.ConnectionString is not a valid broker URI. It must be like "
                + "amqps://user:password@mq.example.com:5671/vhost, and characters such as / and @ in a password are written as "
                + "%2f and %40.",
            () => WebhooksAsync(static (webhooks, _) => webhooks.UseRabbitMq("http://mq.example")));
    }

    private static Task<string> ShopAsync(
        Action<WhatsCommerceStorefrontBuilder, Microsoft.Extensions.Configuration.IConfiguration> add,
        params (string Key, string Value)[] settings) =>
        Making.StartAsync(builder => add(Shop(builder), builder.Configuration), [Secret, .. settings]);

    private static Task<string> WebhooksAsync(
        Action<WhatsCommerceWebhooksBuilder, Microsoft.Extensions.Configuration.IConfiguration> add,
        params (string Key, string Value)[] settings) =>
        Making.StartAsync(
            builder => add(builder.Services.AddWhatsCommerceWebhooks(builder.Configuration), builder.Configuration), [Secret, .. settings]);

    private static WhatsCommerceStorefrontBuilder Shop(Microsoft.Extensions.Hosting.HostApplicationBuilder builder)
    {
        builder.Services.AddWhatsCommerce(options => (options.PhoneNumberId, options.AccessToken, options.CatalogId) = ("1", "EAAJB", "2"));
        builder.Services.AddWhatsCommerceWebhooks(builder.Configuration);
        return builder.Services.AddWhatsCommerceStorefront(builder.Configuration);
    }

    private sealed class Hours(TextReader reader) : IReply
    {
        public Task<bool> ReplyAsync(ReplyContext context, CancellationToken cancellationToken) =>
            throw new NotSupportedException(reader.ToString());
    }

    private sealed class Form : IFlowHandler
    {
        public ValueTask<FlowResponse> HandleAsync(FlowRequest request, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }
}
