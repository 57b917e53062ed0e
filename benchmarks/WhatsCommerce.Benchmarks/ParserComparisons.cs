using System.Text.Json;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Benchmarks;

/// <summary>Parsing to typed events, beside a pass over the same bytes that looks at nothing.</summary>
internal static class ParserComparisons
{
    public static async Task AddToAsync(ComparisonTable table)
    {
        await table.AddAsync(Parse("Parse an order of two items", WebhookBodies.OrderOfTwoItems, allocationLimit: 1600));
        await table.AddAsync(Parse("Parse a product question", WebhookBodies.ProductQuestion));
        await table.AddAsync(Parse("Parse a text", WebhookBodies.Text));
        await table.AddAsync(Parse("Parse a status", WebhookBodies.Status));
        await table.AddAsync(Parse("Parse 1,000 statuses in one body", WebhookBodies.ThousandStatuses));
        await table.AddAsync(ParseField("Parse a template's status", WebhookBodies.TemplateStatus));
        await table.AddAsync(ParseField("Parse an account update", WebhookBodies.AccountUpdate));
        await table.AddAsync(ParseField("Parse the end of a call", WebhookBodies.EndOfACall));
        await table.AddAsync(ParseField("Parse the status of a call", WebhookBodies.CallStatus));
        await table.AddAsync(ParseField("Parse a participant who joined a group", WebhookBodies.GroupJoined));
        await table.AddAsync(ParseField("Parse an echo", WebhookBodies.Echo));
        await table.AddAsync(ParseField("Parse a content of the past", WebhookBodies.HistoryContent));
        await table.AddAsync(ParseField("Parse 1,000 messages of the past", WebhookBodies.HistoryOfThousandMessages));
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

    private static Pair ParseField(string name, byte[] body) =>
        Pair.Of(name, limit: 3.5, () => BarePass(body), () => WebhookParser.Parse(body));

    private static Pair Parse(string name, byte[] body, long? allocationLimit = null) =>
        Pair.Of(name, limit: 2.5, () => BarePass(body), () => WebhookParser.Parse(body), allocationLimit);
}
