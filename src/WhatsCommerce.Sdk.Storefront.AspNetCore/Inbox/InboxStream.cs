using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;

namespace WhatsCommerce.Storefronts;

/// <summary>Sends changes to a page with server-sent events: conversations of all instances, and typing indicators.</summary>
internal sealed class InboxStream(
    StorefrontConversations conversations, TimeProvider time, CancellationToken stopping)
{
    private const int MostRows = 500;

    // Changes within this time are sent as one event; changes of other instances are polled.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(15);

    // Commits may become visible a little later than their timestamps.
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(5);

    public async Task RunAsync(HttpContext http, string agent)
    {
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        http.Response.ContentType = "text/event-stream";
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
        CancellationToken token = end.Token;
        Dictionary<string, long> seen = [];
        DateTimeOffset since = time.GetUtcNow();
        Dictionary<(CustomerKey, string), DateTimeOffset> told = await WritersAsync(agent, token).ConfigureAwait(false);
        DateTimeOffset lastBeat = since;
        try
        {
            await WriteAsync(http, ": open\n\n", token).ConfigureAwait(false);
            while (!token.IsCancellationRequested)
            {
                Task changed = conversations.WaitForChangeAsync(Poll, token);
                since = await TellRowsAsync(http, seen, since, token).ConfigureAwait(false);
                told = await NotifyTypingAsync(http, agent, told, token).ConfigureAwait(false);
                if (time.GetUtcNow() - lastBeat > Beat)
                {
                    lastBeat = time.GetUtcNow();
                    await WriteAsync(http, ": beat\n\n", token).ConfigureAwait(false);
                }

                await changed.ConfigureAwait(false);
                await Task.Delay(Pause, time, token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            // The page was closed, or the app stops.
        }
    }

    private async Task<DateTimeOffset> TellRowsAsync(
        HttpContext http, Dictionary<string, long> seen, DateTimeOffset since, CancellationToken cancellationToken)
    {
        ConversationQuery query = new() { ChangedSince = since - Overlap, Limit = MostRows };
        IReadOnlyList<CustomerConversation> changed = await conversations.ListAsync(query, cancellationToken).ConfigureAwait(false);
        InboxRow[] news =
        [
            .. changed.Where(row => seen.GetValueOrDefault(row.Customer.ToString()) < row.Version)
                .Select(row => InboxViews.Of(row, time.GetUtcNow())),
        ];
        seen.Clear();
        foreach (CustomerConversation row in changed)
        {
            seen[row.Customer.ToString()] = row.Version;
        }

        if (news.Length > 0)
        {
            await EventAsync(http, "rows", JsonSerializer.Serialize(news, InboxJson.Default.InboxRowArray), cancellationToken)
                .ConfigureAwait(false);
        }

        return changed.Count > 0 && changed[^1].ChangedAt > since ? changed[^1].ChangedAt : since;
    }

    /// <summary>Sends new typing indicators, by the timestamps of their instances.</summary>
    private async Task<Dictionary<(CustomerKey, string), DateTimeOffset>> NotifyTypingAsync(
        HttpContext http, string agent, Dictionary<(CustomerKey, string), DateTimeOffset> told, CancellationToken cancellationToken)
    {
        Dictionary<(CustomerKey Customer, string By), DateTimeOffset> writers =
            await WritersAsync(agent, cancellationToken).ConfigureAwait(false);
        foreach (((CustomerKey customer, string by) writer, DateTimeOffset at) in writers)
        {
            if (!told.TryGetValue(writer, out DateTimeOffset last) || last < at)
            {
                InboxTyping one = new(writer.customer.ToString(), writer.by);
                await EventAsync(http, "writing", JsonSerializer.Serialize(one, InboxJson.Default.InboxTyping), cancellationToken)
                    .ConfigureAwait(false);
            }
        }

        return writers;
    }

    private async Task<Dictionary<(CustomerKey Customer, string By), DateTimeOffset>> WritersAsync(
        string agent, CancellationToken cancellationToken) =>
        (await conversations.ListTypingAsync(cancellationToken).ConfigureAwait(false))
            .Where(one => one.By != agent)
            .ToDictionary(one => (one.Customer, one.By), one => one.At);

    private static Task EventAsync(HttpContext http, string name, string json, CancellationToken cancellationToken) =>
        WriteAsync(http, $"event: {name}\ndata: {json}\n\n", cancellationToken);

    private static async Task WriteAsync(HttpContext http, string text, CancellationToken cancellationToken)
    {
        await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken).ConfigureAwait(false);
        await http.Response.Body.FlushAsync(cancellationToken).ConfigureAwait(false);
    }
}
