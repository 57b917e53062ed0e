using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WhatsCommerce.Http;
using WhatsCommerce.Sdk.Tests.Diagnostics;

namespace WhatsCommerce.Sdk.Tests.Http;

/// <summary>Lists: how they go on from page to page, when they end, and what breaks them.</summary>
public class PagingTests
{
    private static readonly Uri Meta = new("https://graph.facebook.com/");

    private static readonly GraphOperation ListThings = new("list_things", Read);

    [Fact]
    public async Task List_ThreePages_GivesAllItemsByTheCursors()
    {
        using StubMeta meta = new(Answer("a", next: true, "1", "2"), Answer("b", next: true), Answer("c", next: false, "3"));
        using TestClient client = new(Meta, handler: meta);

        Assert.Equal(["1", "2", "3"], await ItemsOf(client));
        Assert.Equal(
            [
                "/v25.0/1/things?fields=id%2Cname&limit=100",
                "/v25.0/1/things?fields=id%2Cname&limit=100&after=a",
                "/v25.0/1/things?fields=id%2Cname&limit=100&after=b",
            ],
            meta.Requests.Select(request => request.Uri.PathAndQuery));
    }

    [Fact]
    public async Task List_NeverCallsTheAddressThatMetaNames()
    {
        using StubMeta meta = new(
            StubMeta.Ok(
                """{"data":["1"],"paging":{"cursors":{"after":"a"},"next":"https://evil.example/steal?access_token=x&after=other"}}"""),
            Answer("b", next: false));
        using TestClient client = new(Meta, handler: meta);

        await ItemsOf(client);

        Assert.All(meta.Requests, request => Assert.Equal("graph.facebook.com", request.Uri.Host));
        Assert.Equal("?fields=id%2Cname&limit=100&after=a", meta.Requests[1].Uri.Query);
    }

    [Fact]
    public async Task List_NotEnumerated_AsksForNothing()
    {
        using StubMeta meta = new(Answer("a", next: false));
        using TestClient client = new(Meta, handler: meta);

        _ = Things(client);
        await Task.Yield();

        Assert.Empty(meta.Requests);
    }

    [Fact]
    public async Task List_LeftAfterTheFirstItem_AsksForNoOtherPage()
    {
        using StubMeta meta = new(Answer("a", next: true, "1", "2"));
        using TestClient client = new(Meta, handler: meta);

        await foreach (string item in Things(client))
        {
            Assert.Equal("1", item);
            break;
        }

        Assert.Single(meta.Requests);
    }

    [Fact]
    public async Task AsPages_ShowsCursorsAndGoesOnBehindOne()
    {
        using StubMeta meta = new(Answer("c2", next: false, "3"));
        using TestClient client = new(Meta, handler: meta);

        List<Page<string>> pages = [];
        await foreach (Page<string> page in Things(client).AsPages(after: "c&1", pageSize: 7, TestContext.Current.CancellationToken))
        {
            pages.Add(page);
        }

        Page<string> only = Assert.Single(pages);
        Assert.Equal(["3"], only.Items);
        Assert.Equal(("before", "c2", false), (only.Before, only.After, only.HasNext));
        Assert.Equal("?fields=id%2Cname&limit=7&after=c%261", Assert.Single(meta.Requests).Uri.Query);
    }

    [Fact]
    public void AsPages_SizeOfNothing_IsRefused()
    {
        using TestClient client = new(Meta);

        Assert.Throws<ArgumentOutOfRangeException>(
            () => Things(client).AsPages(pageSize: 0, cancellationToken: TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task List_CursorThatExpired_SaysToBeginAgain()
    {
        using StubMeta meta = new(Answer("a", next: true, "1"), StubMeta.Error(131059));
        using TestClient client = new(Meta, handler: meta);

        GraphPagingException exception = await Assert.ThrowsAsync<GraphPagingException>(() => ItemsOf(client));

        Assert.Equal(131059, exception.Error?.Code);
        Assert.Contains("list again from the beginning", exception.Message, StringComparison.Ordinal);
    }

    [Theory, InlineData(1), InlineData(2), InlineData(7)]
    public async Task List_PagesInACircle_EndWithAnError(int length)
    {
        int asked = 0;
        using StubMeta meta = new(_ => Answer((++asked % length).ToString(CultureInfo.InvariantCulture), next: true, "x"));
        using TestClient client = new(Meta, handler: meta);

        GraphPagingException exception = await Assert.ThrowsAsync<GraphPagingException>(() => ItemsOf(client));

        Assert.Contains("circle", exception.Message, StringComparison.Ordinal);
        Assert.InRange(asked, length, 4 * length + 2);
    }

    [Fact]
    public async Task List_NextWithoutCursor_IsNotTakenForTheEnd()
    {
        using StubMeta meta = new(StubMeta.Ok("""{"data":["1"],"paging":{"next":"https://graph.facebook.com/v25.0/1/things?offset=1"}}"""));
        using TestClient client = new(Meta, handler: meta);

        GraphPagingException exception = await Assert.ThrowsAsync<GraphPagingException>(() => ItemsOf(client));

        Assert.Contains("incomplete", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_NoPagingAtAll_IsOnePage()
    {
        using StubMeta meta = new(StubMeta.Ok("""{"data":["1"]}"""));
        using TestClient client = new(Meta, handler: meta);

        Assert.Equal(["1"], await ItemsOf(client));
        Assert.Single(meta.Requests);
    }

    [Fact]
    public async Task List_ManyPages_KeepsNoneThatWasRead()
    {
        int asked = 0;
        using StubMeta meta = new(_ => Answer((++asked).ToString(CultureInfo.InvariantCulture), next: asked < 50, "1", "2"));
        using TestClient client = new(Meta, handler: meta);

        List<WeakReference> pages = [];
        await foreach (Page<string> page in Things(client).AsPages(cancellationToken: TestContext.Current.CancellationToken))
        {
            pages.Add(new WeakReference(page));
        }

        GC.Collect();
        Assert.Equal(50, pages.Count);
        Assert.InRange(pages.Count(page => page.IsAlive), 0, 2);
    }

    [Fact]
    public async Task List_WhatIsAskedFor_IsNotLogged()
    {
        using RecordedLogs logs = new();
        using StubMeta meta = new(Answer("a", next: false));
        using TestClient client = new(Meta, handler: meta, services: services => services.AddLogging(
            logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(logs)));

        await ItemsOf(client);

        Assert.Contains(logs.Entries, entry => entry.Message.Contains("1/things", StringComparison.Ordinal));
        Assert.DoesNotContain(logs.Entries, entry => (entry.Message + entry.Values).Contains("fields", StringComparison.Ordinal));
    }

    [Fact]
    public async Task List_CancelledWithTheCall_EndsTheEnumeration()
    {
        using StubMeta meta = new(Answer("a", next: true, "1", "2"));
        using TestClient client = new(Meta, handler: meta);
        using CancellationTokenSource cancelled = new();
        Paged<string> things = ThingsUntil(client, cancelled.Token);
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await things.GetAsyncEnumerator(TestContext.Current.CancellationToken).MoveNextAsync());
    }

    [Fact]
    public async Task FromPages_AnswersOfATest_AreEnumeratedLikeMetas()
    {
        Paged<string> paged =
            Paged<string>.FromPages(new Page<string>(["1"], after: "a", hasNext: true), new Page<string>(["2"], after: "b"));

        List<string> items = [];
        await foreach (string item in paged)
        {
            items.Add(item);
        }

        await foreach (Page<string> page in paged.AsPages(after: "a", cancellationToken: TestContext.Current.CancellationToken))
        {
            items.AddRange(page.Items);
        }

        Assert.Equal(["1", "2", "2"], items);
    }

    private static Paged<string> Things(TestClient client) => ThingsUntil(client, TestContext.Current.CancellationToken);

    private static Paged<string> ThingsUntil(TestClient client, CancellationToken cancelled) => client.Transport.List(
        (limit, after, token) => client.Transport.CallAsync<PageResponse<string>>(
            new GraphCall
            {
                Operation = ListThings,
                Account = client.Transport.Account,
                Method = HttpMethod.Get,
                Path = "1/things",
                Query = $"?fields=id%2Cname&limit={limit}" + (after is null ? "" : $"&after={Uri.EscapeDataString(after)}"),
            },
            token),
        cancelled);

    private static async Task<List<string>> ItemsOf(TestClient client)
    {
        List<string> items = [];
        await foreach (string item in Things(client))
        {
            items.Add(item);
        }

        return items;
    }

    private static HttpResponseMessage Answer(string after, bool next, params string[] items) => StubMeta.Ok(
        $$$"""
        {"data":[{{{string.Join(',', items.Select(item => $"\"{item}\""))}}}],
        "paging":{"cursors":{"before":"before",
        "after":"{{{after}}}"}{{{(next ? ",\"next\":\"https://graph.facebook.com/v25.0/1/things?access_token=x\"" : "")}}}}}
        """);

    private static PageResponse<string>? Read(byte[] body)
    {
        using JsonDocument document = JsonDocument.Parse(body);
        JsonElement root = document.RootElement;
        PagingResponse? paging = root.TryGetProperty("paging", out JsonElement some)
            ? new PagingResponse(
                some.TryGetProperty("cursors", out JsonElement cursors)
                    ? new CursorsResponse(
                        cursors.TryGetProperty("before", out JsonElement before) ? before.GetString() : null,
                        cursors.GetProperty("after").GetString())
                    : null,
                some.TryGetProperty("next", out JsonElement next) ? next.GetString() : null)
            : null;
        return new PageResponse<string>([.. root.GetProperty("data").EnumerateArray().Select(item => item.GetString()!)], paging);
    }
}
