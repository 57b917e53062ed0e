using WhatsCommerce;
using WhatsCommerce.Messages;

namespace WhatsCommerceWorker;

/// <summary>
/// Sends a template message to each customer of a file, one per line. Idempotent: each customer gets it once, however often the campaign is
/// run.
/// </summary>
public static class Campaign
{
    public static async Task<int> RunAsync(WhatsCommerceClient client, string template, string language, string path)
    {
        IEnumerable<Recipient> customers = File.ReadLines(path)
            .Where(line => !string.IsNullOrWhiteSpace(line))
            .Select(line => (Recipient)line.Trim());
        Dictionary<SendOutcome, int> outcomes = [];
        await foreach (SendResult result in client.Messages.SendManyAsync(
            customers,
            Message.Template(template, language).Build(),
            new SendManyOptions { OnceKey = $"campaign {template}" }))
        {
            outcomes[result.Outcome] = outcomes.GetValueOrDefault(result.Outcome) + 1;
            if (result.Exception is { } exception)
            {
                Console.Error.WriteLine($"{result}: {exception.Message}");
            }
        }

        Console.WriteLine(string.Join(", ", outcomes.Select(pair => $"{pair.Key}: {pair.Value}")));
        return outcomes.Keys.All(outcome => outcome == SendOutcome.Sent) ? 0 : 1;
    }
}
