using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Messages;
using WhatsCommerce.Sdk.Tests.Http;

namespace WhatsCommerce.Sdk.Tests.Messages.Campaigning;

/// <summary>An app with campaigns in memory, and a Graph API that gives each message an id of its own and counts the texts.</summary>
internal sealed class CampaignMeta : HttpMessageHandler
{
    private readonly ConcurrentDictionary<string, int> _sends = new(StringComparer.Ordinal);
    private readonly TestClient _client;
    private int _number;

    public CampaignMeta(TimeProvider? time = null, Action<IServiceCollection>? services = null)
    {
        _client = new TestClient(
            new Uri("https://graph.facebook.com/"),
            static options =>
            {
                options.Timeout = TimeSpan.FromHours(1);
                options.Retry.Enabled = false;
            },
            this,
            time,
            all =>
            {
                all.AddWhatsCommerceCampaigns();
                services?.Invoke(all);
            });
        Campaigns = _client.Services.GetRequiredService<Campaigns>();
    }

    public Campaigns Campaigns { get; }

    public WhatsCommerceClient Client => _client.Client;

    public IServiceProvider Services => _client.Services;

    /// <summary>What a text is answered with; <see langword="null"/> for acceptance.</summary>
    public Func<string, HttpResponseMessage?> Answer { get; set; } = static _ => null;

    /// <summary>Waited for before each answer.</summary>
    public Func<string, Task> Before { get; set; } = static _ => Task.CompletedTask;

    /// <summary>The bodies that were accepted, and how often.</summary>
    public IReadOnlyDictionary<string, int> Accepted => _sends;

    /// <summary>The texts that were accepted, in order, as often as they were.</summary>
    public IEnumerable<string> Texts => _sends.SelectMany(pair => Enumerable.Repeat(TextOf(pair.Key), pair.Value)).Order();

    public static string Id(int number) => number.ToString("00000", CultureInfo.InvariantCulture);

    public static string Number(int number) => FormattableString.Invariant($"+1650555{number:0000}");

    public static CampaignMessage MessageOf(int number) =>
        new(Id(number), Number(number), Message.Text($"Hello {Id(number)}").Build());

    public static IEnumerable<CampaignMessage> Messages(int count) => Enumerable.Range(0, count).Select(MessageOf);

    public static IEnumerable<string> TextsOf(int count) => Enumerable.Range(0, count).Select(i => $"Hello {Id(i)}");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string body = await request.Content!.ReadAsStringAsync(cancellationToken);
        await Before(body);
        if (Answer(body) is { } answer)
        {
            return answer;
        }

        _sends.AddOrUpdate(body, 1, static (_, count) => count + 1);
        return StubMeta.Ok(
            FormattableString.Invariant($$"""{"messages":[{"id":"wamid.{{Interlocked.Increment(ref _number)}}"}]}"""));
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _client.Dispose();
        }

        base.Dispose(disposing);
    }

    private static string TextOf(string body) => body.IndexOf("Hello ", StringComparison.Ordinal) is >= 0 and var start
        ? body[start..body.IndexOf('"', start)]
        : "";
}
