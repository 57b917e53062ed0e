namespace WhatsCommerce.Emulator.Commands;

/// <summary>
/// Connects the callback as soon as it responds. The app may start later than the local Cloud API, as is usual during development.
/// </summary>
internal sealed class CallbackConnection(CloudApiEmulator cloud, Uri callback, Screen screen)
{
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(2);

    /// <summary>Retries until the callback is connected. A problem is reported when it changes, not at each retry.</summary>
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
