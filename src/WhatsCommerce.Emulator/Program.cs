using WhatsCommerce.Emulator.Commands;

return await EmulatorCommand.RunAsync(args, Console.Out, Console.Error).ConfigureAwait(false);
