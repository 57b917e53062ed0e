using System.Net;
using WhatsCommerce.Testing;

namespace WhatsCommerce.Emulator.Commands;

/// <summary>What the command line asks for. What is absent stays as the local Cloud API has it.</summary>
internal sealed class CommandSettings
{
    public const int DefaultPort = 5180;

    /// <summary>Messages a second of a number that Meta has not raised. Source: Meta, throughput.</summary>
    public const int MetasThroughput = 80;

    public int Port { get; init; } = DefaultPort;

    public IPAddress Host { get; init; } = IPAddress.Loopback;

    public Uri? Callback { get; init; }

    public string? VerifyToken { get; init; }

    public string? AppSecret { get; init; }

    public string? Token { get; init; }

    public string? PhoneNumberId { get; init; }

    public PhoneNumber PhoneNumber { get; init; }

    public string? BusinessAccountId { get; init; }

    public string? CatalogId { get; init; }

    public FileInfo? Catalog { get; init; }

    public DirectoryInfo? State { get; init; }

    public LatencyRange Latency { get; init; }

    public IReadOnlyList<RandomFault> Faults { get; init; } = [];

    public int Seed { get; init; }

    public int? Throughput { get; init; }

    public int UpdatesPerWebhook { get; init; } = 1;

    public bool NoLimits { get; init; }

    public bool UserIds { get; init; }

    /// <summary>How the local Cloud API is to be set up: with the waits of a shop that is tried out, not those of a test.</summary>
    public CloudApiEmulatorOptions ToOptions()
    {
        CloudApiEmulatorOptions options = new()
        {
            Port = Port,
            Address = Host,
            Latency = Latency,
            StateFolder = State?.FullName,
            ProcessingTime = TimeSpan.FromSeconds(1),
            ReviewTime = TimeSpan.FromSeconds(10),
            RedeliveryWaits = RedeliveryWaits,
            DeliverInOrder = false,
            UpdatesPerWebhook = UpdatesPerWebhook,
            MessagesPerSecond = NoLimits ? null : Throughput ?? MetasThroughput,
            PairRateLimit = !NoLimits,
            CustomersHidePhoneNumbers = UserIds,
        };
        options.VerifyToken = VerifyToken ?? options.VerifyToken;
        options.AppSecret = AppSecret ?? options.AppSecret;
        options.AccessToken = Token ?? options.AccessToken;
        options.PhoneNumberId = PhoneNumberId ?? options.PhoneNumberId;
        options.PhoneNumber = PhoneNumber.HasValue ? PhoneNumber : options.PhoneNumber;
        options.BusinessAccountId = BusinessAccountId ?? options.BusinessAccountId;
        options.CatalogId = CatalogId ?? options.CatalogId;
        return options;
    }

    /// <summary>Meta's waits grow from seconds to hours; here an app that was down for lunch still hears of the morning.</summary>
    private static TimeSpan[] RedeliveryWaits { get; } =
    [
        .. ((int[])[1, 2, 5, 10, 30, 60, 300, 600, 1800, 3600]).Select(static seconds => TimeSpan.FromSeconds(seconds)),
    ];
}
