// Handles the same events from the first to the last, as Meta delivers them again, and says after each what the store said. Killed at any
// moment by the tests of WhatsCommerce.Sdk.Sqlite.
//
// SqliteWriter <connection string> <events> [shop]
// SqliteWriter <connection string> <messages> campaign <address of the Graph API> <hours that have passed> [settle]
using System.Globalization;
using SqliteWriter;
using WhatsCommerce;
using WhatsCommerce.Webhooks;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
if (args is [_, _, "shop"])
{
    await ShopWriter.RunAsync(args[0], int.Parse(args[1], CultureInfo.InvariantCulture));
    return;
}

if (args is [_, _, "campaign", string address, string hours, .. string[] more])
{
    await CampaignWriter.RunAsync(
        args[0],
        int.Parse(args[1], CultureInfo.InvariantCulture),
        new Uri(address),
        TimeSpan.FromHours(int.Parse(hours, CultureInfo.InvariantCulture)),
        settles: more is ["settle"]);
    return;
}

using SqliteWebhookStore store = new(args[0]);
using SqliteSendLedger ledger = new(args[0]);
for (int i = 0; i < int.Parse(args[1], CultureInfo.InvariantCulture); i++)
{
    // A lease so short that what a kill left behind is free at once.
    WebhookClaim claim = await store.TryBeginAsync(
        new(FormattableString.Invariant($"/messages/message/1/wamid.{i}"), "orders"), TimeSpan.FromMilliseconds(1));
    Tell("claim", i, claim.State == WebhookClaimState.Claimed ? claim.Attempt : 0);
    if (claim.State != WebhookClaimState.Claimed)
    {
        continue;
    }

    SendIntent intent = new(new SendKey("1", FormattableString.Invariant($"order-{i}")), "+16505551234", "Hello"u8);
    SendState state = (await ledger.TryBeginAsync(intent, TimeSpan.FromMilliseconds(1))).State;
    Tell("send", i, (int)state);
    if (state == SendState.Begun)
    {
        await ledger.CompleteAsync(intent, FormattableString.Invariant($"wamid.S{i}"), default);
        Tell("sent", i, 0);
    }

    await store.CompleteAsync(claim);
    Tell("done", i, 0);
}

static void Tell(string what, int number, int how)
{
    Console.WriteLine(FormattableString.Invariant($"{what} {number} {how}"));
    Console.Out.Flush();
}
