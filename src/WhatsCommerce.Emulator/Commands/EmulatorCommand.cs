namespace WhatsCommerce.Emulator.Commands;

/// <summary>The command: starts the local Cloud API, prints how to reach it, and runs until it is stopped.</summary>
internal static class EmulatorCommand
{
    /// <summary>Parses the arguments, and runs until Ctrl+C or SIGTERM.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        (CommandSettings? settings, int exitCode) = new CommandLine().Read(args, output, error);
        if (settings is null)
        {
            return exitCode;
        }

        using EndSignals signals = new();
        return await RunAsync(settings, new(output, CommandLine.ToolName), error, signals.Token).ConfigureAwait(false);
    }

    /// <summary>Runs until the token is canceled.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(CommandSettings settings, Screen screen, TextWriter error, CancellationToken end)
    {
        try
        {
            return await RunAsync(settings, screen, end).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            screen.Show("Ended.");
            return ExitCode.Ended;
        }
        catch (CannotRunException exception)
        {
            await error.WriteLineAsync(exception.Message).ConfigureAwait(false);
            return ExitCode.WrongOption;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync($"The last changes of the state could not be saved: {exception.Message}").ConfigureAwait(false);
            return ExitCode.Failed;
        }
    }

    private static async Task<int> RunAsync(CommandSettings settings, Screen screen, CancellationToken end)
    {
        CloudApiEmulator cloud = await StartAsync(settings, end).ConfigureAwait(false);
        await using (cloud.ConfigureAwait(false))
        {
            try
            {
                await FillCatalogAsync(cloud, settings, end).ConfigureAwait(false);
            }
            catch (CannotRunException) when (settings.State is { } folder && !cloud.IsRestored)
            {
                // A shop that never started must not be restored by the next start.
                await cloud.DisposeAsync().ConfigureAwait(false);
                File.Delete(Path.Combine(folder.FullName, "state.json"));
                throw;
            }

            if (!cloud.IsRestored)
            {
                // A first customer to act as.
                cloud.Customer("+16505551234", name: "Pablo Morales");
                cloud.Customer("+5511998877665", name: "Ana Souza");
            }

            int number = 0;
            foreach (RandomFault fault in settings.Faults)
            {
                cloud.Faults.AtRandom(fault.Probability, fault.Fault, settings.Seed + number++);
            }

            await cloud.SaveAsync(end).ConfigureAwait(false);
            screen.ShowSettings(cloud, settings);
            Task connecting = settings.Callback is { } callback
                ? new CallbackConnection(cloud, callback, screen).KeepTryingAsync(end)
                : Task.CompletedTask;
            await Task.WhenAll(connecting, new NoticeScreen(cloud, screen).FollowAsync(end)).ConfigureAwait(false);
            return ExitCode.Ended;
        }
    }

    private static async Task<CloudApiEmulator> StartAsync(CommandSettings settings, CancellationToken end)
    {
        try
        {
            return await EmulatorPage.StartAsync(settings.ToOptions(), end).ConfigureAwait(false);
        }
        catch (InvalidDataException exception)
        {
            throw new CannotRunException($"--state {settings.State}: {exception.Message}");
        }
        catch (IOException exception)
            when (settings.State is { } folder && exception.Message.Contains(folder.FullName, StringComparison.Ordinal))
        {
            throw new CannotRunException($"--state {folder}: {exception.Message}");
        }
        catch (IOException exception)
        {
            throw new CannotRunException(
                $"--port {settings.Port}, --host {settings.Host}: {exception.Message} Another port may be free: " +
                $"--port {settings.Port + 1}, or --port 0 for any.");
        }
    }

    private static async Task FillCatalogAsync(CloudApiEmulator cloud, CommandSettings settings, CancellationToken end)
    {
        if (settings.Catalog is not { } file)
        {
            // Changes that were made to a shop in an earlier run are kept.
            if (!cloud.IsRestored)
            {
                cloud.Number.VerifiedName = "The clay & linen shop";
                cloud.Catalog.Load(ExampleCatalog.Content, cloud.BaseAddress);
            }

            return;
        }

        try
        {
            cloud.Catalog.Load(await File.ReadAllTextAsync(file.FullName, end).ConfigureAwait(false), cloud.BaseAddress);
        }
        catch (CatalogLoadException exception)
        {
            throw new CannotRunException($"--catalog {file}: {exception.Message}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CannotRunException($"--catalog {file}: it cannot be read: {exception.Message}");
        }
    }
}
