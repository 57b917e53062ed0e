using System.Text.Json;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Benchmarks;

/// <summary>Parsing to typed events, beside a pass over the same bytes that looks at nothing.</summary>
internal static class ParserComparisons
{
    private const double LimitOfMessages = 2.5;
    private const double LimitOfOtherFields = 3.5;

    public static async Task AddToAsync(ComparisonTable table)
    {
        await table.AddAsync(Parse("Parse an order of two items", WebhookBodies.OrderOfTwoItems, allocationLimit: 1600));
        await table.AddAsync(Parse("Parse a product question", WebhookBodies.ProductQuestion));
        await table.AddAsync(Parse("Parse a text", WebhookBodies.Text));
        await table.AddAsync(Parse("Parse a text that an ad led to", WebhookBodies.TextFromAd));
        await table.AddAsync(Parse("Parse a button reply", WebhookBodies.ButtonReply));
        await table.AddAsync(Parse("Parse a flow reply", WebhookBodies.FlowReply));
        await table.AddAsync(Parse("Parse an image", WebhookBodies.Image));
        await table.AddAsync(Parse("Parse a location", WebhookBodies.Location));
        await table.AddAsync(Parse("Parse a shared contact", WebhookBodies.Contacts));
        await table.AddAsync(Parse("Parse a reaction", WebhookBodies.Reaction));
        await table.AddAsync(Parse("Parse a status", WebhookBodies.Status));
        await table.AddAsync(Parse("Parse 1,000 statuses in one body", WebhookBodies.ThousandStatuses));
        await table.AddAsync(Parse("Parse a failed status with its error", WebhookBodies.FailedStatus));
        await table.AddAsync(Parse("Parse a payment status", WebhookBodies.PaymentStatus));
        await table.AddAsync(ParseOther("Parse a template status", WebhookBodies.TemplateStatus));
        await table.AddAsync(ParseOther("Parse an account update", WebhookBodies.AccountUpdate));
        await table.AddAsync(ParseOther("Parse a flow alert", WebhookBodies.Flow));
        await table.AddAsync(ParseOther("Parse a call", WebhookBodies.Call));
        await table.AddAsync(ParseOther("Parse a change of a group", WebhookBodies.Group));
        await table.AddAsync(ParseOther("Parse history of ten messages", WebhookBodies.History));
    }

    public static int BarePass(byte[] body)
    {
        var reader = new Utf8JsonReader(body);
        int tokens = 0;
        while (reader.Read())
        {
            tokens++;
        }

        return tokens;
    }

    private static Pair Parse(string name, byte[] body, long? allocationLimit = null) => Parse(name, LimitOfMessages, body, allocationLimit);

    private static Pair ParseOther(string name, byte[] body) => Parse(name, LimitOfOtherFields, body);

    private static Pair Parse(string name, double limit, byte[] body, long? allocationLimit = null) =>
        WebhookParser.Parse(body).Events.Any(e => e is UnknownEvent or MalformedEvent)
            ? throw new InvalidOperationException($"{name}: the body is not what the parser knows, so that its time would say nothing.")
            : Pair.Of(name, limit, () => BarePass(body), () => WebhookParser.Parse(body), allocationLimit);
}
