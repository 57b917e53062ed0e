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

    private static Pair Parse(string name, byte[] body, long? allocationLimit = null) =>
        Pair.Of(name, limit: 2.5, () => BarePass(body), () => WebhookParser.Parse(body), allocationLimit);
}
