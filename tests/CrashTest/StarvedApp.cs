using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using WhatsCommerce.Webhooks;

namespace CrashTest;

/// <summary>
/// An app whose handler blocks the thread that it is given, with few threads and few connections: all of both are soon taken.
/// </summary>
internal static class StarvedApp
{
    public const int Threads = 4;

    // Long enough for a busy machine that is late with the renewal.
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(10);
    public static readonly TimeSpan Effect = 2 * Lease;

    public static async Task RunAsync(string database, string schema)
    {
        ThreadPool.SetMinThreads(Threads, Threads);
        ThreadPool.SetMaxThreads(Threads, Threads);
        new Thread(EndWithTheTest) { IsBackground = true }.Start();
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        NpgsqlConnectionStringBuilder settings = new(database) { MaxPoolSize = 4, Timeout = 3 };
        builder.Services.AddSingleton(_ => NpgsqlDataSource.Create(settings.ConnectionString));
        builder.Services
            .AddWhatsCommerceWebhooks(options =>
            {
                options.AppSecrets.Add(App.Secret);
                options.Lease = Lease;
                options.WaitForOtherDelivery = TimeSpan.FromSeconds(1);
                options.MaxAttempts = 1000;
            })
            .UsePostgreSql(options => options.Schema = schema)
            .Handle<TextEvent>("blocking", (text, _) =>
            {
                Write(database, schema, "begin", text);
                Thread.Sleep(Effect);
                Write(database, schema, "end", text);
                return Task.CompletedTask;
            });

        WebApplication app = builder.Build();
        app.MapWhatsCommerceWebhooks("/webhooks/whatsapp");
        app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine(app.Urls.Single()));
        await app.RunAsync();
    }

    // On a connection of its own: what the handler does is not the point.
    private static void Write(string database, string schema, string what, TextEvent text)
    {
        using NpgsqlConnection connection = new(new NpgsqlConnectionStringBuilder(database) { Pooling = false }.ConnectionString);
        connection.Open();
        using NpgsqlCommand command = new(
            string.Create(CultureInfo.InvariantCulture, $"insert into \"{schema}\".ledger (what, id) values ($1, $2)"), connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = what });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = text.Id.Value });
        command.ExecuteNonQuery();
    }

    // The input ends when the test does, however it did. On a thread of its own, since the pool's are all taken.
    private static void EndWithTheTest()
    {
        Console.In.ReadToEnd();
        Environment.Exit(3);
    }
}
