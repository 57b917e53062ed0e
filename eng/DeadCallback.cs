// Sends many messages to an emulator whose callback has died, and checks that its memory stays bounded and that it says what it gave up.
//
//   dotnet run -c Release eng/DeadCallback.cs -- [messages, 200000 unless given]
#:property PublishAot=false
#:property IsPackable=false
#:project ../src/WhatsCommerce.Sdk.Testing/WhatsCommerce.Sdk.Testing.csproj

using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using WhatsCommerce.Testing;

const int Senders = 8;
const long MostBytes = 256L * 1024 * 1024;

int messages = args is [string count] ? int.Parse(count, CultureInfo.InvariantCulture) : 200_000;
await using CloudApiEmulator cloud = await CloudApiEmulator.StartAsync(new()
{
    DeliverInOrder = false,
    RedeliveryWaits = [.. ((int[])[1, 2, 5, 10, 30, 60, 300, 600, 1800, 3600]).Select(static seconds => TimeSpan.FromSeconds(seconds))],
});
await ConnectAndDieAsync(cloud);

using HttpClient http = new(new SocketsHttpHandler()) { BaseAddress = cloud.BaseAddress };
http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", cloud.Options.AccessToken);
Uri address = new($"v25.0/{cloud.Options.PhoneNumberId}/messages", UriKind.Relative);
int sent = 0;
long most = 0;
Stopwatch watch = Stopwatch.StartNew();
await Parallel.ForAsync(0, messages, new ParallelOptions { MaxDegreeOfParallelism = Senders }, async (i, cancel) =>
{
    string body = string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"messaging_product":"whatsapp","to":"+1650{{i % 50_000 + 2_000_000}}","type":"text","text":{"body":"Message {{i}}"} }""");
    using StringContent content = new(body, Encoding.UTF8, "application/json");
    using HttpResponseMessage response = await http.PostAsync(address, content, cancel);
    response.EnsureSuccessStatusCode();
    int done = Interlocked.Increment(ref sent);
    if (done % (messages / 10) == 0)
    {
        long bytes = GC.GetTotalMemory(forceFullCollection: true);
        most = Math.Max(most, bytes);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{done,8:N0} messages, {watch.Elapsed.TotalSeconds:F0} s: "
            + $"{bytes >> 20} MB managed, {Environment.WorkingSet >> 20} MB in all"));
    }
});

foreach (EmulatorNotice notice in cloud.Notices)
{
    Console.WriteLine($"NOTICE: {notice}");
}

bool isTold = cloud.Notices.Any(notice => notice.Kind == "webhooks");
if (most > MostBytes || !isTold)
{
    Console.Error.WriteLine(isTold ? $"The memory is not bounded: {most >> 20} MB." : "What was given up is not told.");
    return 1;
}

Console.WriteLine("The memory stays bounded, and what was given up is told.");
return 0;

static async Task ConnectAndDieAsync(CloudApiEmulator cloud)
{
    using HttpListener callback = new();
    int port = Random.Shared.Next(20_000, 60_000);
    string prefix = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/");
    callback.Prefixes.Add(prefix);
    callback.Start();
    Task answering = AnswerAsync(callback);
    await cloud.ConnectWebhookAsync(new Uri(prefix));
    await answering;
}

static async Task AnswerAsync(HttpListener callback)
{
    HttpListenerContext asked = await callback.GetContextAsync();
    await asked.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(asked.Request.QueryString["hub.challenge"]!));
    asked.Response.Close();
}
