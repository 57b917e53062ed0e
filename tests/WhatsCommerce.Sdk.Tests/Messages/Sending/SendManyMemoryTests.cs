using WhatsCommerce.Messages;
using WhatsCommerce.Sdk.Tests.Http;

namespace WhatsCommerce.Sdk.Tests.Messages;

/// <summary>A campaign of any length takes the memory of a short one. Runs alone, because it looks at the memory of the process.</summary>
[Collection(nameof(Alone))]
public class SendManyMemoryTests
{
    [Fact]
    public async Task SendManyAsync_HundredThousandRecipients_HoldsNoMoreMemoryThanForAThousand()
    {
        CountingMessages messages = new();
        long early = 0;
        long most = 0;
        int count = 0;

        await foreach (SendResult _ in messages.SendManyAsync(
            Recipients(100_000), TestClient.Hello, cancellationToken: TestContext.Current.CancellationToken))
        {
            if (++count % 10_000 == 1_000)
            {
                long held = GC.GetTotalMemory(forceFullCollection: true);
                early = early == 0 ? held : early;
                most = Math.Max(most, held);
            }
        }

        // Ten bytes kept for each recipient would be a megabyte.
        Assert.Equal(100_000, count);
        Assert.InRange(most - early, long.MinValue, 1_000_000);
    }

    private static IEnumerable<Recipient> Recipients(int count)
    {
        for (int i = 0; i < count; i++)
        {
            yield return FormattableString.Invariant($"+1650{i:0000000}");
        }
    }

    // A double as a user would write it: the sending to many rests on the sending to one.
    private sealed class CountingMessages : MessagesClient
    {
        public override async Task<MessageReceipt> SendAsync(
            Recipient to, OutboundMessage message, SendOptions? options = null, CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            return new MessageReceipt { Id = "wamid.abc", Input = to.Value };
        }
    }
}
