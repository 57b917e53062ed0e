using WhatsCommerce.Catalogs;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Tests.Http;

/// <summary>A large body is not late as long as it moves.</summary>
public class LargeBodyTests
{
    private const int Large = 28_000_000;

    [Fact]
    public async Task PostAsync_LargeBodyThatMovesSlowly_IsNotTimedOut()
    {
        FakeTimeProvider time = new();
        using SlowMeta meta = new(time, TimeSpan.FromSeconds(20));
        using TestClient client = Client(meta, time);

        ItemsBatchResponse answer = await new ItemsBatches(client.Transport).PostAsync(
            "1", new byte[Large], TestContext.Current.CancellationToken);

        Assert.Equal("h", Assert.Single(answer.Handles!));
        Assert.Equal(Large, meta.Received);
        Assert.True(time.Elapsed > TimeSpan.FromMinutes(10));
    }

    [Fact]
    public async Task PostAsync_LargeBodyThatStandsStill_TimesOut()
    {
        FakeTimeProvider time = new();
        using SlowMeta meta = new(time, TimeSpan.FromSeconds(31));
        using TestClient client = Client(meta, time);

        GraphUnavailableException exception = await Assert.ThrowsAsync<GraphUnavailableException>(() => new ItemsBatches(
            client.Transport).PostAsync(
            "1", new byte[Large], TestContext.Current.CancellationToken));

        Assert.Contains("Timeout", exception.Message, StringComparison.Ordinal);
    }

    private static TestClient Client(SlowMeta meta, FakeTimeProvider time) =>
        new(new Uri("https://graph.facebook.com/"), options => options.Retry.Enabled = false, meta, time);

    private sealed class SlowMeta(FakeTimeProvider time, TimeSpan pace) : HttpMessageHandler
    {
        public long Received { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            using SlowStream stream = new(this);
            await request.Content!.CopyToAsync(stream, cancellationToken);
            return StubMeta.Ok("""{"handles":["h"]}""");
        }

        private sealed class SlowStream(SlowMeta meta) : MemoryStream
        {
            public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
            {
                meta.Take(buffer.Length);
                cancellationToken.ThrowIfCancellationRequested();
                return default;
            }
        }

        private void Take(int bytes)
        {
            Received += bytes;
            time.Advance(pace);
        }
    }
}
