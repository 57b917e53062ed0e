using WhatsCommerce.Storefronts;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Storefront.Tests.Recovery;

/// <summary>
/// Seeded histories with two instances, judged at the moment of each message: never after a payment, a reply, a stop or a person, never
/// twice, never outside of window, hours and caps; and afterwards by what the shop stored, told and reports.
/// </summary>
public sealed class RecoveryHistoriesTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static int Seeds => Repetitions.Of("STOREFRONT_RECOVERY_SEEDS", few: 250, all: 5_000);

    [Fact]
    public async Task Histories_AnySeed_RemindOfNothingThatIsOverAndCountWhatHappened()
    {
        int seeds = Seeds;
        List<string> findings = await Task.Run(
            async () =>
            {
                List<string> all = [];
                for (int seed = 1; seed <= seeds && all.Count < 20; seed++)
                {
                    all.AddRange((await PlayAsync(seed)).Select(finding => $"seed {seed}: {finding}"));
                }

                return all;
            },
            Stop);

        Assert.True(findings.Count == 0, string.Join('\n', findings));
    }

    private static async Task<IReadOnlyList<string>> PlayAsync(int seed)
    {
        MemoryStorefrontStore store = new();
        using MemoryRecoveryStore recovery = new(store);
        return await new RecoveryHistory(seed, (store, recovery), (store, recovery)).RunAsync();
    }
}
