using System.Net;

namespace WhatsCommerce.Emulator.Commands;

/// <summary>The settings from the command line. What is absent keeps the default of the local Cloud API.</summary>
internal sealed class CommandSettings
{
    public const int DefaultPort = 5180;

    /// <summary>The default throughput of a number, in messages a second. Source: Meta, throughput.</summary>
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
    public bool TemplatesMustExist { get; init; }
    public bool EmptyPhoneNumbers { get; init; }

    /// <summary>Returns the options of the local Cloud API, with delays that suit a person who tries out a shop, not a test.</summary>
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
            TemplatesMustExist = TemplatesMustExist,
            WriteHiddenPhoneNumbersAsEmpty = EmptyPhoneNumbers,
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

    /// <summary>
    /// Gets the waits between redeliveries. Meta's grow from seconds to hours; these still deliver to an app that was down for lunch.
    /// </summary>
    private static TimeSpan[] RedeliveryWaits { get; } =
    [
        .. ((int[])[1, 2, 5, 10, 30, 60, 300, 600, 1800, 3600]).Select(static seconds => TimeSpan.FromSeconds(seconds)),
    ];
}
