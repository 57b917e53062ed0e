using System.Text;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests;

/// <summary>Bodies changed at random: whatever comes out, it is a notification or an error, and never an exception.</summary>
public sealed class MutationTests
{
    private static readonly byte[][] Seeds =
    [
        Bodies.Everything.Bytes(),
        Bodies.Messages(Bodies.Order(), Bodies.Question()).Bytes(),
        $$"""{"contacts":[{{Bodies.Contact}}],"messages":[{{Bodies.Text()}}],"statuses":[{{Bodies.Status(Bodies.FullStatus)}}]}""".Bytes(),
        Bodies.Envelope(
            Bodies.Change("""{"event":"ACCOUNT_RESTRICTION","restriction_info":[{"restriction_type":"X","expiration":1641848057}],"ban_info":{"waba_ban_state":"DISABLE"}}""", "account_update"),
            Bodies.Change($$$"""{"calls":[{"id":"c","event":"connect","session":{"sdp":"v"},"connection":{"webrtc":{"sdp":"v"} } }],"errors":[{"code":1}],"contacts":[{{{Bodies.Contact}}}]}""", "calls"),
            Bodies.Change($$$"""{"history":[{"threads":[{"messages":[{{{Bodies.Text()}}}],"context":{"user_id":"US.1"},"id":"1"}],"metadata":{"phase":0}}]}""", "history"),
            Bodies.Change($$$"""{"standby":{"messages":[{{{Bodies.Text()}}}],"message_echoes":[{"id":"w","message":{"to":"1","type":"text"} }] } }""", "standby")).Bytes(),
    ];

    // What matters to JSON is tried more often than chance would.
    private static readonly byte[] Telling = [.. "{}[]\",:\\0-.eEtfn u"u8, 0xff];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void TryParse_MutatedBody_NeverThrows(int seed)
    {
        var random = new Random(seed);
        for (int round = 0; round < 3000; round++)
        {
            byte[] body = Mutate([.. Seeds[random.Next(Seeds.Length)]], random);
            try
            {
                if (WebhookParser.TryParse(body, out WebhookNotification? notification, out WebhookParseError? error))
                {
                    Visit(notification);
                }
                else
                {
                    Assert.InRange(error.Position, 0, body.Length);
                }
            }
            catch (Exception exception) when (exception is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"Seed {seed}, round {round}: {exception}\n{Encoding.Latin1.GetString(body)}");
            }
        }
    }

    private static byte[] Mutate(byte[] body, Random random)
    {
        for (int times = random.Next(1, 5); times > 0 && body.Length > 0; times--)
        {
            int at = random.Next(body.Length);
            switch (random.Next(6))
            {
                case 0:
                    body[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    body[at] = Telling[random.Next(Telling.Length)];
                    break;
                case 2:
                    body = [.. body[..at], .. body[Math.Min(body.Length, at + random.Next(20))..]];
                    break;
                case 3:
                    byte[] other = Seeds[random.Next(Seeds.Length)];
                    int from = random.Next(other.Length);
                    body = [.. body[..at], .. other[from..Math.Min(other.Length, from + random.Next(60))], .. body[at..]];
                    break;
                case 4:
                    body = [.. body[..at], .. "\\ud800"u8, .. body[at..]];
                    break;
                default:
                    body = body[..at];
                    break;
            }
        }

        return body;
    }

    /// <summary>Asks for everything that is computed only then.</summary>
    private static void Visit(WebhookNotification notification)
    {
        foreach (WebhookEvent e in notification.Events)
        {
            Assert.NotNull(e.ToString());
            Assert.NotNull(EventDescription.Describe(e));
            Assert.InRange(e.RawJson.Length, 1, int.MaxValue);
            foreach (var pair in e.AdditionalProperties.Concat(e.Change.AdditionalProperties).Concat(e.Change.Entry.AdditionalProperties))
            {
                Assert.NotNull(pair.Value.GetRawText());
            }
        }
    }
}
