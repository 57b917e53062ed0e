using System.Text;
using WhatsCommerce.Tests.Coverage;
using WhatsCommerce.Tests.Invariants;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests.Mutations;

/// <summary>Bodies changed at random: whatever comes out, it is a notification or an error, and never an exception.</summary>
public sealed class MutationTests
{
    internal static readonly byte[][] Seeds =
    [
        Bodies.Everything.Bytes(),
        Bodies.Messages(Bodies.Order(), Bodies.Question()).Bytes(),
        $$"""{"contacts":[{{Bodies.Contact}}],"messages":[{{Bodies.Text()}}],"statuses":[{{Bodies.Status(Bodies.FullStatus)}}]}""".Bytes(),
        .. Samples.Names.Select(name => Samples.Json(name).Bytes()),
        .. SharedMaterial.Files("webhooks", "webhook-fragments", "webhook-malformed").Select(File.ReadAllBytes),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void TryParse_MutatedBody_NeverThrows(int seed) => Try(seed, Repetitions.Of(few: 1_500, all: 12_500));

    /// <summary>A million of them; run by <c>eng/mutate-webhooks.sh</c>.</summary>
    [Theory(Explicit = true)]
    [InlineData(100)]
    [InlineData(101)]
    [InlineData(102)]
    [InlineData(103)]
    public void TryParse_AMillionMutatedBodies_NeverThrows(int seed) => Try(seed, rounds: 250_000);

    private static void Try(int seed, int rounds)
    {
        var mutator = new Mutator(Seeds, new Random(seed));
        for (int round = 0; round < rounds; round++)
        {
            byte[] body = mutator.Next(out bool isJson);
            try
            {
                if (WebhookParser.TryParse(body, out WebhookNotification? notification, out WebhookParseError? error))
                {
                    Visit(notification);
                }
                else
                {
                    Assert.False(isJson, $"Seed {seed}, round {round}: {error}\n{Encoding.UTF8.GetString(body)}");
                    Assert.InRange(error.Position, 0, body.Length);
                }
            }
            catch (Exception exception) when (exception is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"Seed {seed}, round {round}: {exception}\n{Encoding.Latin1.GetString(body)}");
            }
        }
    }

    /// <summary>Asks for everything that is computed only then.</summary>
    private static void Visit(WebhookNotification notification)
    {
        Assert.NotNull(EventGraph.Of(notification));
        foreach (WebhookEvent e in notification.Events)
        {
            Assert.NotNull(e.ToString());
            Assert.InRange(e.RawJson.Length, 1, int.MaxValue);
        }
    }
}
