// Uploads a CSV file into a Meta catalog.
//
//   dotnet run -- --demo                                      the example file, into a local Cloud API that ends with the program
//   dotnet run -- products.csv                                into the configured catalog
//   dotnet run -- products.csv --WhatsCommerce:CatalogId=194836987003835
//
// The settings are WhatsCommerce:CatalogId and WhatsCommerce:AccessToken, in appsettings.json, in environment variables
// (WhatsCommerce__AccessToken; use this for the secret) or as arguments. Ctrl+C stops the upload. Run it again to continue: the progress is
// stored in a checkpoint file beside the CSV file. For the exit codes see ExitCode.cs, for the columns of the file ProductFields.cs.
// The command `whatscommerce upload` does the same; the two read files with the same code.
using CatalogUpload;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Spectre.Console;
using WhatsCommerce;
using WhatsCommerce.Testing;

bool demo = args.Contains("--demo");
string? path = args.FirstOrDefault(arg => !arg.StartsWith('-'))
    ?? (demo ? Path.Combine(AppContext.BaseDirectory, "example.csv") : null);
if (path is null || !File.Exists(path))
{
    return Fail(ExitCode.WrongUse, path is null ? "Name the CSV file, or try --demo." : $"There is no file {path}.");
}

HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
builder.Configuration
    .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
    .AddEnvironmentVariables()
    .AddCommandLine([.. args.Where(arg => arg.StartsWith("--", StringComparison.Ordinal) && arg != "--demo")]);
builder.Services.AddWhatsCommerce(builder.Configuration.GetSection("WhatsCommerce"));

await using CloudApiEmulator? cloud = demo ? await Demo.StartAsync() : null;
if (cloud is not null)
{
    builder.Services.AddOptions<WhatsCommerceOptions>().PostConfigure(cloud.Configure);
}

using IHost host = builder.Build();
using CancellationTokenSource interrupted = new();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;                                   // do not exit yet: the upload first stores its checkpoint
    interrupted.Cancel();
};

try
{
    return (int)await new Upload(host.Services.GetRequiredService<WhatsCommerceClient>()).RunAsync(path, interrupted.Token);
}
catch (OperationCanceledException) when (interrupted.IsCancellationRequested)
{
    return Fail(ExitCode.Interrupted, "Interrupted. Run it again with the same file, and it goes on where it ended.");
}
catch (Exception exception) when (exception is OptionsValidationException or InvalidOperationException)
{
    return Fail(ExitCode.WrongUse, exception.Message);
}

static int Fail(ExitCode code, string message)
{
    Screen.Say($"{message}", Color.Red);
    return (int)code;
}
