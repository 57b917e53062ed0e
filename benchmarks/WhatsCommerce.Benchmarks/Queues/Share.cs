using System.Globalization;

namespace WhatsCommerce.Benchmarks.Queues;

/// <summary>A share of the work of a turn, to see quickly that a row can be measured: no figures for the docs.</summary>
internal static class Share
{
    private const string Variable = "WHATSCOMMERCE_BENCHMARK_SHARE";

    private static readonly double s_share =
        double.TryParse(Environment.GetEnvironmentVariable(Variable), CultureInfo.InvariantCulture, out double share) ? share : 1;

    public static int Of(int count) => Math.Max(1, (int)(count * s_share));
}
