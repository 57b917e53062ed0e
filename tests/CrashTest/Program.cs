using System.Globalization;
using CrashTest;

// CrashTest receive <port> <schema> <kill point> <how many times it is passed before>
// CrashTest queue <port> <schema> <kill point> <how many times it is passed before>
// CrashTest rabbitmq <port> <schema> <kill point> <how many times it is passed before> <prefix>
// CrashTest shop <port> <schema> <kill point> <how many times it is passed before> <address of the Cloud API>
// CrashTest campaign <schema> <kill point> <how many times it is passed before> <persons> <address of the Cloud API>
// CrashTest starve <schema>
// CrashTest send <schema> <events> <shares> <seed> <address>...
// CrashTest send-in-order <schema> <deliveries> <shares> <seed> <address>...
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
string database =
    Environment.GetEnvironmentVariable("WHATSCOMMERCE_TEST_POSTGRESQL") ?? throw new InvalidOperationException("No database is named.");

switch (args)
{
    case ["receive", string port, string schema, string point, string passes]:
        await App.RunAsync(database, schema, Number(port), new KillSwitch(point, Number(passes)), hasQueue: false);
        return 0;
    case ["queue", string port, string schema, string point, string passes]:
        await App.RunAsync(database, schema, Number(port), new KillSwitch(point, Number(passes)), hasQueue: true);
        return 0;
    case ["rabbitmq", string port, string schema, string point, string passes, string prefix]:
        await App.RunAsync(database, schema, Number(port), new KillSwitch(point, Number(passes)), hasQueue: true, prefix);
        return 0;
    case ["shop", string port, string schema, string point, string passes, string cloud]:
        await Shop.RunAsync(database, schema, Number(port), new KillSwitch(point, Number(passes)), new Uri(cloud));
        return 0;
    case ["campaign", string schema, string point, string passes, string persons, string cloud]:
        await CampaignSender.RunAsync(database, schema, new KillSwitch(point, Number(passes)), Number(persons), new Uri(cloud));
        return 0;
    case ["starve", string schema]:
        await StarvedApp.RunAsync(database, schema);
        return 0;
    case ["send", string schema, string events, string shares, string seed, .. string[] addresses]:
        await new Sender(database, schema, Number(seed), [.. addresses.Select(address => new Uri(address))]).RunAsync(
            Number(events), Number(shares));
        return 0;
    case ["send-in-order", string schema, string deliveries, string shares, string seed, .. string[] addresses]:
        await new Sender(database, schema, Number(seed), [.. addresses.Select(address => new Uri(address))]).RunInOrderAsync(
            Number(deliveries), Number(shares));
        return 0;
    default:
        return 2;
}

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
