using System.Net;
using WhatsCommerce.Emulator.Commands;
using WhatsCommerce.Testing;

namespace WhatsCommerce.Emulator.Tests;

/// <summary>What the options come to, and what is said of those that come to nothing.</summary>
public sealed class CommandLineTests
{
    [Fact]
    public void Read_Nothing_ListensOnTheLoopbackAddressWithTheWaitsOfAShop()
    {
        CommandSettings settings = Read();
        CloudApiEmulatorOptions options = settings.ToOptions();

        Assert.Equal((5180, IPAddress.Loopback), (options.Port, options.Address));
        Assert.Equal("local-cloud-api-token", options.AccessToken);
        Assert.Equal(default, options.Latency);
        Assert.Equal((TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10)), (options.ProcessingTime, options.ReviewTime));
        Assert.Equal([1, 2, 5, 10, 30, 60, 300], options.RedeliveryWaits.Take(7).Select(wait => wait.TotalSeconds));
        Assert.Null(settings.Callback);
        Assert.Empty(settings.Faults);
    }

    [Fact]
    public void Read_EveryOption_IsTaken()
    {
        CommandSettings settings = Read(
            "--port",
            "0",
            "--host",
            "0.0.0.0",
            "--callback",
            "https://shop.example/hooks?a=1",
            "--verify-token",
            "v",
            "--app-secret",
            "s",
            "--token",
            "@t",
            "--phone-number-id",
            "1",
            "--phone-number",
            "+16505551234",
            "--business-account-id",
            "2",
            "--catalog-id",
            "3",
            "--state",
            "kept",
            "--latency", "100-400ms", "--seed", "7", "--throughput", "90", "--updates-per-webhook", "50", "--user-ids");
        CloudApiEmulatorOptions options = settings.ToOptions();

        Assert.Equal((0, IPAddress.Any), (options.Port, options.Address));
        Assert.Equal("https://shop.example/hooks?a=1", settings.Callback!.ToString());
        Assert.Equal(("v", "s", "@t"), (options.VerifyToken, options.AppSecret, options.AccessToken));
        Assert.Equal(("1", "2", "3"), (options.PhoneNumberId.Value, options.BusinessAccountId.Value, options.CatalogId.Value));
        Assert.Equal("+16505551234", options.PhoneNumber.E164);
        Assert.EndsWith("kept", settings.State!.FullName, StringComparison.Ordinal);
        Assert.Equal((7, 90, 50), (settings.Seed, options.MessagesPerSecond, options.UpdatesPerWebhook));
        Assert.True(options.CustomersHidePhoneNumbers);
        Assert.Equal(new(TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(400)), options.Latency);
    }

    [Theory]
    [InlineData(null, 80, true)]
    [InlineData("--no-limits", null, false)]
    public void Read_Limits_AreMetasUnlessTakenAway(string? option, int? perSecond, bool pairs)
    {
        CloudApiEmulatorOptions options = (option is null ? Read() : Read(option)).ToOptions();

        Assert.Equal((perSecond, pairs), (options.MessagesPerSecond, options.PairRateLimit));
    }

    [Theory]
    [InlineData("200ms", 200, 200), InlineData("1.5s", 1500, 1500), InlineData("0s", 0, 0)]
    [InlineData("100-400ms", 100, 400), InlineData("100ms-2s", 100, 2000), InlineData("1-2s", 1000, 2000)]
    public void Read_Latency_TakesATimeOrARange(string text, int shortest, int longest) => Assert.Equal(
        new(TimeSpan.FromMilliseconds(shortest), TimeSpan.FromMilliseconds(longest)), Read("--latency", text).Latency);

    [Fact]
    public void Read_Faults_TakesEachWithItsProbability()
    {
        CommandSettings settings = Read("--faults", "131000:0.01, 131000+after:1,cut:0.005,cut+after:0,slow=3s:.5,130429:0.02,190:0.1");

        Assert.Equal(
            [
                ("error 131000 before accepting", 0.01), ("error 131000 after accepting", 1), ("connection cut before accepting", 0.005),
                ("connection cut after accepting", 0), ("slow answer", 0.5), ("error 130429 before accepting", 0.02),
                ("error 190 before accepting", 0.1),
            ],
            settings.Faults.Select(fault => (fault.Fault.Name, fault.Probability)));
    }

    [Theory]
    [InlineData("--port", "abc", "from 0 to 65535"), InlineData(
        "--port", "65536", "from 0 to 65535"), InlineData("--port", "-1", "from 0 to 65535")]
    [InlineData("--host", "1", "an IP address"), InlineData("--host", "example.org", "an IP address")]
    [InlineData("--callback", "localhost:5000", "http or https"), InlineData("--callback", "/webhooks", "http or https")]
    [InlineData(
        "--token", "a b", "without spaces"), InlineData("--token", "", "without spaces"), InlineData("--app-secret", "ä", "without spaces")]
    [InlineData("--phone-number-id", "+1650", "at most 20 digits"), InlineData("--catalog-id", "apple-1kg", "at most 20 digits")]
    [InlineData("--phone-number", "12", "with its country code"), InlineData("--catalog", "no-such-file.json", "no such file")]
    [InlineData("--latency", "200", "such as 200ms"), InlineData("--latency", "400-100ms", "such as 200ms"), InlineData(
        "--latency", "1h", "such as 200ms"), InlineData("--latency", "11m", "such as 200ms")]
    [InlineData("--faults", "131000", "the probability"), InlineData(
        "--faults", "131000:2", "the probability"), InlineData("--faults", "cut:0.1,bang:0.1", "'bang:0.1' is not a fault")]
    [InlineData("--faults", "slow:0.1", "slow=TIME"), InlineData("--faults", "131000:NaN", "the probability")]
    [InlineData("--seed", "-3", "a whole number"), InlineData(
        "--throughput", "0", "from 1 to 100000"), InlineData("--updates-per-webhook", "1001", "from 1 to 1000")]
    public void Read_WrongValue_NamesTheOptionAndWhatItTakes(string option, string value, string allowed)
    {
        (int exitCode, string error) = Refused(option, value);

        Assert.Equal(2, exitCode);
        Assert.Contains($"{option}: '{value}' is not valid: ", error, StringComparison.Ordinal);
        Assert.Contains(allowed, error, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SeveralWrongValues_NamesThemAll()
    {
        (int exitCode, string error) = Refused("--port", "--latency", "3", "--bang");

        Assert.Equal(2, exitCode);
        Assert.Contains("--port requires a value: expected a whole number", error, StringComparison.Ordinal);
        Assert.Contains("--latency: '3'", error, StringComparison.Ordinal);
        Assert.Contains("'--bang'", error, StringComparison.Ordinal);
        Assert.Contains("--help", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_LimitAndNoLimits_AreNotTakenTogether()
    {
        (int exitCode, string error) = Refused("--throughput", "80", "--no-limits");

        Assert.Equal(2, exitCode);
        Assert.Contains("--throughput and --no-limits do not go together", error, StringComparison.Ordinal);
    }

    [Theory, InlineData("--help", "--callback <URL>"), InlineData("--version", "0.1.0")]
    public void Read_HelpAndVersion_AreToldWithoutARun(string option, string told)
    {
        using StringWriter output = new();
        using StringWriter error = new();

        (CommandSettings? settings, int exitCode) = new CommandLine().Read([option], output, error);

        Assert.Equal((null, 0, ""), (settings, exitCode, error.ToString()));
        Assert.Contains(told, output.ToString(), StringComparison.Ordinal);
    }

    private static CommandSettings Read(params string[] args)
    {
        using StringWriter output = new();
        (CommandSettings? settings, int exitCode) = new CommandLine().Read(args, output, output);
        Assert.True(settings is not null && exitCode == 0, output.ToString());
        return settings;
    }

    private static (int ExitCode, string Error) Refused(params string[] args)
    {
        using StringWriter output = new();
        using StringWriter error = new();
        (CommandSettings? settings, int exitCode) = new CommandLine().Read(args, output, error);
        Assert.Null(settings);
        Assert.Empty(output.ToString());
        return (exitCode, error.ToString());
    }
}
