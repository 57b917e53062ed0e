using System.Globalization;
using WhatsCommerce.Messages;

namespace WhatsCommerce.Sdk.Tests.Messages.Campaigning;

/// <summary>
/// A campaign of any length takes the memory of a short one, beside what its store keeps. Runs alone, because it looks at the memory of the
/// process.
/// </summary>
[Collection(nameof(Alone))]
public class CampaignMemoryTests
{
    [Fact]
    public async Task Run_HundredThousandMessages_HoldsNoMoreMemoryThanForAThousand()
    {
        ForgetfulStore store = new();
        Campaigns campaigns = new(new CountingMessages(), store, new MemoryMarketingPreferences(), new MemorySendLedger());
        long early = 0;
        long most = 0;
        int count = 0;

        await campaigns.RunAsync(
            "spring sale", Messages(100_000), new CampaignOptions { OnResult = _ => Look() }, TestContext.Current.CancellationToken);

        // Ten bytes kept for each message would be a megabyte.
        Assert.Equal((100_000, 100_000), (count, store.Settled));
        Assert.InRange(most - early, long.MinValue, 1_000_000);

        void Look()
        {
            if (++count % 10_000 == 1_000)
            {
                long held = GC.GetTotalMemory(forceFullCollection: true);
                early = early == 0 ? held : early;
                most = Math.Max(most, held);
            }
        }
    }

    private static IEnumerable<CampaignMessage> Messages(int count)
    {
        for (int i = 0; i < count; i++)
        {
            string id = i.ToString(CultureInfo.InvariantCulture);
            yield return new CampaignMessage(id, FormattableString.Invariant($"+1650{i:0000000}"), Message.Text($"Hello {id}").Build());
        }
    }

    private sealed class CountingMessages : MessagesClient
    {
        public override async Task<MessageReceipt> SendAsync(
            Recipient to, OutboundMessage message, SendOptions? options = null, CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            return new MessageReceipt { Id = "wamid.abc", Input = to.Value };
        }
    }

    // Gives every message to whoever asks, and keeps none.
    private sealed class ForgetfulStore : ICampaignStore
    {
        private static readonly CampaignRecord Record = new()
        {
            State = CampaignState.Running,
            CreatedAt = DateTimeOffset.UnixEpoch,
        };

        public int Settled { get; private set; }

        public ValueTask<CampaignRecord> StartAsync(CampaignKey key, DateTimeOffset now, CancellationToken cancellationToken = default) =>
            new(Record);

        public ValueTask<CampaignRecord?> FindAsync(CampaignKey key, CancellationToken cancellationToken = default) => new(Record);

        public ValueTask<bool> SetStateAsync(
            CampaignKey key,
            CampaignState state,
            string? reason,
            IReadOnlyCollection<CampaignState> from,
            DateTimeOffset now,
            CancellationToken cancellationToken = default) => new(true);

        public ValueTask<IReadOnlySet<string>> ClaimAsync(CampaignClaim claim, CancellationToken cancellationToken = default) =>
            new(claim.Messages.Select(slot => slot.Id).ToHashSet(StringComparer.Ordinal));

        public ValueTask RenewAsync(
            CampaignKey key, Guid owner, DateTimeOffset leaseUntil, CancellationToken cancellationToken = default) => default;

        public ValueTask SettleAsync(
            CampaignKey key,
            Guid owner,
            IReadOnlyList<CampaignOutcome> outcomes,
            DateTimeOffset now,
            CancellationToken cancellationToken = default)
        {
            Settled += outcomes.Count;
            return default;
        }

        public ValueTask<long> ReopenAsync(
            CampaignKey key,
            CampaignMessageState state,
            string? id,
            int? errorCode,
            DateTimeOffset now,
            CancellationToken cancellationToken = default) => new(0);

        public ValueTask<bool> ResolveAsync(
            CampaignKey key, string id, string message, DateTimeOffset now, CancellationToken cancellationToken = default) => new(false);

        public ValueTask<IReadOnlyList<CampaignCount>> CountAsync(CampaignKey key, CancellationToken cancellationToken = default) =>
            new(Array.Empty<CampaignCount>());

        public ValueTask<IReadOnlyList<CampaignEntry>> ListAsync(
            CampaignKey key, CampaignMessageState? state, string? after, int limit, CancellationToken cancellationToken = default) =>
            new(Array.Empty<CampaignEntry>());

        public ValueTask DeleteAsync(CampaignKey key, CancellationToken cancellationToken = default) => default;

        public ValueTask<bool> RecordAsync(DeliveryReport report, CancellationToken cancellationToken = default) => new(false);
    }
}
