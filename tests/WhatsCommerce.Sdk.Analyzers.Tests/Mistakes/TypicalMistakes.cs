using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Messages;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Analyzers.Tests.Mistakes;

/// <summary>Twenty mistakes that a beginner makes, and what is told about each. docs/troubleshooting.md has the same list.</summary>
public static class TypicalMistakes
{
    private const string Number = "WhatsCommerce:PhoneNumberId";
    private const string Token = "WhatsCommerce:AccessToken";

    public static IReadOnlyList<Mistake> All { get; } = [.. AtStart(), .. WhileTyping()];

    private static IEnumerable<Mistake> AtStart()
    {
        yield return new(
            "the token is missing",
            "AccessToken is not set: give the token of the app or of a system user, without \"Bearer\", as "
                + "WhatsCommerce:AccessToken (environment variable WhatsCommerce__AccessToken), or register an "
                + "IAccessTokenProvider.",
            () => Making.StartAsync(builder => builder.Services.AddWhatsCommerce(builder.Configuration), (Number, "106540352242922")));
        yield return new(
            "the number is missing",
            "WhatsCommerceOptions.PhoneNumberId is not set: give the id of the number that sends as "
                + "WhatsCommerce:PhoneNumberId (environment variable WhatsCommerce__PhoneNumberId).",
            () => Making.CallAsync(
                client => client.Messages.SendAsync(
                    "+16505551234", Message.Text("Hi").Build(), cancellationToken: TestContext.Current.CancellationToken),
                (Token, "EAAJB")));
        yield return new(
            "the phone number stands in place of its id",
            "PhoneNumberId: WhatsCommerceOptions.PhoneNumberId is an id and must be digits only, as Meta's dashboard shows "
                + "it; a phone number with + is not its id.",
            () => Making.StartAsync(
                builder => builder.Services.AddWhatsCommerce(builder.Configuration), (Number, "+16505551234"), (Token, "EAAJB")));
        yield return new(
            "the token begins with Bearer",
            "AccessToken: WhatsCommerceOptions.AccessToken must be the bare token, without \"Bearer\", blanks or line breaks.",
            () => Making.StartAsync(
                builder => builder.Services.AddWhatsCommerce(builder.Configuration), (Number, "106540352242922"), (Token, "Bearer EAAJB")));
        yield return new(
            "the name of a section is misspelled",
            "The configuration has no section \"WhatsComerce\", which was given to AddWhatsCommerce; is \"WhatsCommerce\" "
                + "meant?",
            () => Making.StartAsync(
                builder => builder.Services.AddWhatsCommerce(builder.Configuration.GetSection("WhatsComerce")),
                (Number, "106540352242922"), (Token, "EAAJB")));
        yield return new(
            "the name of a setting is misspelled",
            "\"WhatsCommerce:CatalogueId\" is not a setting; is \"CatalogId\" meant? Known are PhoneNumberId, "
                + "BusinessAccountId, BusinessId, CatalogId, AccessToken, AppSecret, GraphVersion, BaseAddress, Timeout, Retry, "
                + "Pacing, Preflight.",
            () => Making.StartAsync(
                builder => builder.Services.AddWhatsCommerce(builder.Configuration),
                (Number, "106540352242922"), (Token, "EAAJB"), ("WhatsCommerce:CatalogueId", "146265584024623")));
        yield return new(
            "seconds are written as a number",
            "\"WhatsCommerce:Webhooks:MaxEventAge\" is \"30\", which .NET reads as a number of days. Write "
                + "\"00:00:30\" for seconds, or \"30.00:00:00\" for days.",
            () => Making.StartAsync(
                builder => builder.Services.AddWhatsCommerceWebhooks(builder.Configuration),
                ("WhatsCommerce:Webhooks:AppSecrets:0", "secret"), ("WhatsCommerce:Webhooks:MaxEventAge", "30")));
        yield return new(
            "the app secret is missing, or not in a list",
            "WebhookOptions.AppSecrets is empty: without the app secret Meta's deliveries cannot be told from forged ones. "
                + "It is a list: set WhatsCommerce:Webhooks:AppSecrets:0 (environment variable "
                + "WhatsCommerce__Webhooks__AppSecrets__0) to the secret from Meta's App Dashboard, \"App settings\", \"Basic\". "
                + "To try things out without it, set AllowUnsigned in Development.",
            () => Making.StartAsync(
                builder => builder.Services.AddWhatsCommerceWebhooks(builder.Configuration),
                ("WhatsCommerce:Webhooks:AppSecrets", "secret")));
        yield return new(
            "a service of a handler is not registered",
            "The handler \"orders\" cannot run: no service System.IO.TextWriter is registered. Register it before "
                + "builder.Build().",
            () => Making.StartAsync(
                builder => builder.Services.AddWhatsCommerceWebhooks(builder.Configuration)
                    .Handle<OrderEvent, TextWriter>("orders", (_, _, _) => Task.CompletedTask),
                ("WhatsCommerce:Webhooks:AppSecrets:0", "secret")));
        yield return new(
            "two handlers have one name",
            "A handler named \"orders\" is registered already. The store records by name which handlers are done with an "
                + "event, so give each handler of the endpoint its own name. (Parameter 'handler')",
            () => Making.StartAsync(
                builder => builder.Services.AddWhatsCommerceWebhooks(builder.Configuration)
                    .Handle<OrderEvent>("orders", (_, _) => Task.CompletedTask)
                    .Handle<OrderEvent>("orders", (_, _) => Task.CompletedTask)));
        yield return new(
            "an endpoint is mapped, and its webhooks are not registered",
            "The webhooks of \"/webhooks/whatsapp\" are not registered: call "
                + "builder.Services.AddWhatsCommerceWebhooks(section) before builder.Build().",
            () => Making.MapAsync(app => app.MapWhatsCommerceWebhooks("/webhooks/whatsapp")));
    }

    private static IEnumerable<Mistake> WhileTyping()
    {
        yield return new(
            "a text is too long",
            "WC0001: The section's title has 26 characters; at most 24 are allowed (MessageLimits.SectionTitle): shorten it",
            () => Making.CompileAsync<OverLimitAnalyzer>(Code.Statements(
                """_ = Message.ProductList("1").Section("Fresh fruit and vegetables", "apple");""")));
        yield return new(
            "catalog id and retailer id are swapped",
            "WC0002: \"apple-1kg\" is not a catalog id, which consists of digits: swap it with the retailer id",
            () => Making.CompileAsync<SwappedIdAnalyzer>(Code.Statements(
                """_ = Message.Product("apple-1kg", "146265584024623").Build();""")));
        yield return new(
            "a section has no title",
            "WC0003: Each section needs a title when there is more than one: give this section a title of at most 24 "
                + "characters",
            () => Making.CompileAsync<PartCountAnalyzer>(Code.Statements(
                """_ = Message.ProductList("1").Section(null, "apple").Section("Bread", "baguette");""")));
        yield return new(
            "a message has too many buttons",
            "WC0004: There are 4 buttons; at most 3 are allowed (MessageLimits.ReplyButtons): leave some out, or send "
                + "several messages",
            () => Making.CompileAsync<PartCountAnalyzer>(Code.Statements(
                """_ = Message.Buttons().Button("1", "1").Button("2", "2").Button("3", "3").Button("4", "4");""")));
        yield return new(
            "a message is not built",
            "WC0005: TextMessageBuilder is a builder that is never built: call Build() and send the message",
            () => Making.CompileAsync<NotBuiltAnalyzer>(Code.Statements("""Message.Text("Hi");""")));
        yield return new(
            "a template gets too few parameters",
            "WC0006: Template abandoned_cart (en): its body has 2 variables ({{1}}, {{2}}), and the message gives 1",
            () => Making.CompileAsync<TemplateAnalyzer>(
                Code.Statements("""_ = Message.Template("abandoned_cart", "en").Body("Pablo").Build();"""),
                new AnalyzerFile(
                    "abandoned_cart.template.json",
                    """
                    { "name": "abandoned_cart", "language": "en", "components": [ { "type": "BODY", "text": "Hi {{1}}: {{2}}" } ] }
                    """)));
        yield return new(
            "a handler may send twice",
            "WC0008: A handler may run again and would then send this message again: set SendOptions.OnceKey, in a webhook "
                + "handler to context.OnceKey(\"purpose\")",
            () => Making.CompileAsync<OnceKeyAnalyzer>(Code.Handler("SendAsync", "")));
        yield return new(
            "money is a double",
            "WC0010: An amount of money goes through double, which cannot hold most prices exactly: use decimal",
            () => Making.CompileAsync<MoneyAnalyzer>(Code.Statements("""_ = new Money((decimal)7.99, "EUR");""")));
        yield return new(
            "a phone number lacks its country code",
            "WC0011: This text cannot be a recipient: it begins with 0, as within a country; write + and the country code "
                + "before the number, without that 0",
            () => Making.CompileAsync<PhoneNumberAnalyzer>(Code.Statements("""Recipient to = "0171 1234567";""")));
    }
}
