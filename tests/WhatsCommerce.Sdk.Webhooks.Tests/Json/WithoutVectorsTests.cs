using System.Diagnostics;
using System.Runtime.Intrinsics;

namespace WhatsCommerce.Tests.Json;

/// <summary>The tokenizer does the same on a machine whose processor has no vectors.</summary>
public sealed class WithoutVectorsTests
{
    private const string Child = "TOKENIZER_WITHOUT_VECTORS";

    [Fact]
    public void JsonTokenizerTests_WithoutVectors_Pass()
    {
        ProcessStartInfo start = new("dotnet")
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
            Environment = { ["DOTNET_EnableHWIntrinsic"] = "0", ["TOKENIZER_ROUNDS"] = "300", [Child] = "1" },
            ArgumentList =
            {
                Path.Combine(AppContext.BaseDirectory, "WhatsCommerce.Sdk.Webhooks.Tests.dll"),
                "-class", typeof(JsonTokenizerTests).FullName!, "-class", typeof(WithoutVectorsTests).FullName!,
            },
        };
        if (Environment.GetEnvironmentVariable(Child) is not null)
        {
            Assert.False(Vector128.IsHardwareAccelerated);
            return;
        }

        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();

        Assert.True(process.ExitCode == 0, output);
    }
}
