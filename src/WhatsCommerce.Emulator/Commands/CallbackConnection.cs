using WhatsCommerce.Testing;

namespace WhatsCommerce.Emulator.Commands;

/// <summary>Connects the callback as soon as it answers. It may start later than the local Cloud API, as an app under work does.</summary>
internal sealed class CallbackConnection(CloudApiEmulator cloud, Uri callback, Screen screen)
{
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(2);

    /// <summary>Tries until it is connected. What stands in the way is told when it changes, not at each try.</summary>
    public async Task KeepTryingAsync(CancellationToken end)
    {
        string? told = null;
        while (true)
        {
            try
            {
                await cloud.ConnectWebhookAsync(callback, end).ConfigureAwait(false);
                screen.Show($"Connected. Webhooks go to {callback}");
                return;
            }
            catch (WebhookVerificationException exception)
            {
                if (exception.Message != told)
                {
                    screen.Show($"Not connected yet, trying again every {Wait.TotalSeconds:0} s: {exception.Message}");
                    told = exception.Message;
                }
            }

            await Task.Delay(Wait, TimeProvider.System, end).ConfigureAwait(false);
        }
    }
}
